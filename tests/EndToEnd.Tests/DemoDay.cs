using NewsEducator.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(NewsEducator.EndToEnd.Tests.DemoDay))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace NewsEducator.EndToEnd.Tests;

/// <summary>One run of the demo, shared by the tests that do not break it.</summary>
public sealed class DemoDay : IAsyncLifetime
{
    public AppHostRun Run { get; private set; } = null!;

    internal Subscriber Subscriber { get; private set; } = null!;

    internal Desk Desk { get; private set; } = null!;

    internal Oracle Oracle { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Run = await AppHostRun.StartAsync("--demo", "true");
        Subscriber = await Subscriber.StartAsync(Run.Endpoints["messaging"]);
        Desk = new Desk(Run.Endpoints["review"], Run.Token);
        Oracle = new Oracle(Run);
    }

    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Subscriber.DisposeAsync();
        await Run.DisposeAsync();
    }
}
