using NewsEducator.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(NewsEducator.EndToEnd.Tests.DemoDay))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace NewsEducator.EndToEnd.Tests;

/// <summary>One run of the demo, shared by the tests that do not break it.</summary>
public class DemoDay : IAsyncLifetime
{
    public AppHostRun Run { get; private set; } = null!;

    internal TraceReceiver Traces { get; private set; } = null!;

    internal Subscriber Subscriber { get; private set; } = null!;

    internal Desk Desk { get; private set; } = null!;

    internal Oracle Oracle { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Traces = TraceReceiver.Start(FreePort());
        // The child inherits what any operator would set.
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", Traces.Endpoint.ToString());
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        Run = await AppHostRun.StartAsync("--demo", "true");
        Subscriber = await Subscriber.StartAsync(Run.Endpoints["messaging"]);
        Desk = new Desk(Run.Endpoints["review"], Run.Token);
        Oracle = new Oracle(Run);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Desk.Dispose();
        await Subscriber.DisposeAsync();
        await Run.DisposeAsync();
        Traces.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        socket.Start();
        return ((System.Net.IPEndPoint)socket.LocalEndpoint).Port;
    }
}
