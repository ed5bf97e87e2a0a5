using NewsEducator.Collector.Data;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>The service; only other people's HTTP is not the real one.</summary>
internal sealed class CollectorApp : ServiceApp<CollectorOptions, CollectorDb>
{
    private readonly string _sources = Path.GetTempFileName();

    private CollectorApp(ServiceHome home, FakeUpstream upstream, BusProbe bus, (string, string)[] settings)
        : base(home, settings) => (Upstream, Bus) = (upstream, bus);

    public FakeUpstream Upstream { get; }

    public BusProbe Bus { get; }

    /// <param name="sources">sources.yaml; sources of the file are polled at once.</param>
    /// <param name="settings">Besides those that every test has.</param>
    public static async Task<CollectorApp> StartAsync(string sources = "", params (string Key, string Value)[] settings)
    {
        var home = await ServiceHome.NewAsync<CollectorDb>();
        var app = new CollectorApp(home, await FakeUpstream.StartAsync(), await BusProbe.StartAsync(home.Messaging), settings);
        app.Upstream.Allow("blog.example.org");
        await File.WriteAllTextAsync(app._sources, sources);
        return app;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Upstream.DisposeAsync();
        await Bus.DisposeAsync();
        File.Delete(_sources);
    }

    protected override IEnumerable<(string Key, string Value)> Usual() =>
        [
            .. Tokens(),
            .. new[] { "GitHub", "YouTube", "YouTubeData", "HuggingFace", "Web" }.Select(upstream =>
                ($"Upstreams:{upstream}", $"{Upstream.Address}{upstream.ToLowerInvariant()}/")
            ),
            ("Services:compliance:http:0", Upstream.Address.ToString()),
            ("Services:summarizer:http:0", Upstream.Address.ToString()),
            ("Retries:Check", "00:00:00.100"),
            ("Resilience:Retry:Delay", "00:00:00.010"),
            // The tests share one client, and many of their upstreams fail on purpose: together they would open its circuit for each other.
            ("Resilience:CircuitBreaker:MinimumThroughput", "1000000"),
            ("HostThrottling:Pace", "00:00:00"),
            ("GitHub:WebhookSecret", "hook secret"),
            ("Collector:SourcesFile", _sources),
            // The poller looks once, at the start: what a test polls afterwards is polled by nobody else.
            ("Collector:PollCheck", "1.00:00:00"),
        ];
}
