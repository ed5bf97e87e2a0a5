using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Testing;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace NewsEducator.EndToEnd.Tests;

/// <summary>One run of the demo by Aspire's own test host, shared by all tests; what the scripted model writes is looked at in
/// <c>AppHost.Tests</c>.</summary>
public class DemoDay : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("newseducator-day-").FullName;
    private DistributedApplication? _app;

    public RunningProduct Run { get; private set; } = null!;

    internal TraceReceiver Traces { get; private set; } = null!;

    internal Subscriber Subscriber { get; private set; } = null!;

    internal Desk Desk { get; private set; } = null!;

    internal Oracle Oracle { get; private set; } = null!;

    /// <summary>By name, all that the services get.</summary>
    internal IReadOnlyDictionary<string, string> Secrets { get; private set; } = null!;

    /// <summary>What all services and servers have written so far.</summary>
    internal async Task<List<string>> LoggedAsync()
    {
        var logs = _app!.Services.GetRequiredService<ResourceLoggerService>();
        var lines = new List<string>();
        foreach (var resource in _app.Services.GetRequiredService<DistributedApplicationModel>().Resources)
        {
            await foreach (var batch in logs.GetAllAsync(resource))
            {
                lines.AddRange(batch.Select(line => $"{resource.Name}: {line.Content}"));
            }
        }

        return lines;
    }

    public async ValueTask InitializeAsync()
    {
        Traces = TraceReceiver.Start(LoopbackPort.Free());
        // The dashboard is off in tests; the services send their telemetry here instead.
        Environment.SetEnvironmentVariable("ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", Traces.Endpoint.ToString());
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>([
            "--demo",
            "true",
            "--demo-engine",
            "extractive",
            "--data",
            _data,
            "--review-port",
            Port(),
            "--publisher-port",
            Port(),
        ]);
        _app = await builder.BuildAsync();
        Secrets = builder
            .Configuration.GetSection("Parameters")
            .GetChildren()
            // The public half of a key is none, nor is a folder.
            .Where(parameter => parameter.Key is not ("signing-public-key" or "notes-folder"))
            .ToDictionary(parameter => parameter.Key, parameter => parameter.Value!);
        Traces.Secrets = Secrets;
        await _app.StartAsync();
        var endpoints = Path.Combine(_data, "endpoints.json");
        await Eventually.GetAsync(
            () => Task.FromResult(File.Exists(endpoints)),
            isThere => isThere,
            "the product to be ready",
            seconds: 300
        );
        Run = new RunningProduct(_data);
        Subscriber = await Subscriber.StartAsync(Run.Endpoints["messaging"]);
        Desk = new Desk(Run.Endpoints["review"], Run.Token);
        Oracle = new Oracle(Run);
        await SampleDayIsReviewableAsync();
    }

    private static string Port() => LoopbackPort.Free().ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The services are ready before they have collected anything.</summary>
    private async Task SampleDayIsReviewableAsync()
    {
        await Eventually.GetAsync(
            () => new Databases(Run).CountAsync("reviewdb", "SELECT count(*) FROM candidates"),
            count => count > 20,
            "the sample day to be collected",
            seconds: 180
        );
        await Oracle.WaitUntilIdleAsync(180);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Desk?.Dispose();
        await (Subscriber?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
        Traces.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}

[CollectionDefinition(Name)]
[TestClassOrderer(typeof(FaultTestsLastOrderer))]
public sealed class DemoDayCollection : ICollectionFixture<DemoDay>
{
    public const string Name = "demo day";
}
