using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>The service with a database and a virtual host of its own; only other people's HTTP is not the real one.</summary>
internal sealed class CollectorApp : WebApplicationFactory<CollectorOptions>
{
    private readonly string _sources = Path.GetTempFileName();
    private readonly string _database;
    private readonly string _messaging;

    private CollectorApp(string database, string messaging, FakeUpstream upstream, BusProbe bus) =>
        (_database, _messaging, Upstream, Bus) = (database, messaging, upstream, bus);

    public FakeUpstream Upstream { get; }

    public BusProbe Bus { get; }

    /// <param name="sources">sources.yaml; sources of the file are polled at once.</param>
    public static async Task<CollectorApp> StartAsync(string sources = "")
    {
        var servers = await TestServers.StartAsync();
        var (database, messaging) = (await servers.NewDatabaseAsync(nameof(CollectorDb), MigrateAsync), await servers.NewVirtualHostAsync());
        var app = new CollectorApp(database, messaging, await FakeUpstream.StartAsync(), await BusProbe.StartAsync(messaging));
        app.Upstream.Allow("blog.example.org");
        await File.WriteAllTextAsync(app._sources, sources);
        return app;
    }

    public HttpClient ClientOf(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Upstream.DisposeAsync();
        await Bus.DisposeAsync();
        File.Delete(_sources);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:collectordb", _database);
        builder.UseSetting("ConnectionStrings:messaging", _messaging);
        builder.UseSetting("Auth:LocalToken", "operator");
        builder.UseSetting("Auth:ServiceToken", "service");
        builder.UseSetting("Auth:People:0:Name", "vera");
        builder.UseSetting("Auth:People:0:Role", "viewer");
        builder.UseSetting("Auth:People:0:Token", "viewer");
        builder.UseSetting("Upstreams:GitHub", new Uri(Upstream.Address, "/github/").ToString());
        builder.UseSetting("Upstreams:YouTube", new Uri(Upstream.Address, "/youtube/").ToString());
        builder.UseSetting("Upstreams:HuggingFace", new Uri(Upstream.Address, "/huggingface/").ToString());
        builder.UseSetting("Upstreams:Web", new Uri(Upstream.Address, "/web/").ToString());
        builder.UseSetting("Services:compliance:http:0", Upstream.Address.ToString());
        builder.UseSetting("Retries:Check", "00:00:00.100");
        builder.UseSetting("Resilience:Retry:Delay", "00:00:00.010");
        // The tests share one client, and many of their upstreams fail on purpose: together they would open its circuit for each other.
        builder.UseSetting("Resilience:CircuitBreaker:MinimumThroughput", "1000000");
        builder.UseSetting("Manners:Pace", "00:00:00");
        builder.UseSetting("GitHub:WebhookSecret", "hook secret");
        builder.UseSetting("Collector:SourcesFile", _sources);

        // The poller looks once, at the start: what a test polls afterwards is polled by nobody else.
        builder.UseSetting("Collector:PollCheck", "1.00:00:00");
        builder.ConfigureServices(services => services.AddLogging(logging => logging.ClearProviders()));
    }

    private static async Task MigrateAsync(string database)
    {
        using var signal = new OutboxSignal();
        await using var db = new CollectorDb(new DbContextOptionsBuilder<CollectorDb>().UseNpgsql(database).Options, signal, TimeProvider.System);
        await db.Database.MigrateAsync();
    }
}
