using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.GitHub;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Connectors.HuggingFace;
using NewsEducator.Collector.Connectors.Web;
using NewsEducator.Collector.Connectors.YouTube;

namespace NewsEducator.Collector.Tests.Upstreams;

/// <summary>The connectors as the service registers them, in front of a server of the test.</summary>
internal sealed class ConnectedUpstream : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ConnectedUpstream(FakeUpstream server, Dictionary<string, string?>? settings)
    {
        Server = server;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Upstreams:GitHub"] = new Uri(server.Address, "/github/").ToString(),
                ["Upstreams:YouTube"] = new Uri(server.Address, "/youtube/").ToString(),
                ["Upstreams:HuggingFace"] = new Uri(server.Address, "/huggingface/").ToString(),
                ["Upstreams:YouTubeData"] = new Uri(server.Address, "/data/").ToString(),
                ["YouTube:ApiKey"] = "key-1",
                ["Upstreams:Web"] = new Uri(server.Address, "/web/").ToString(),
                ["Collector:Contact"] = "https://example.org/bot",
                ["Resilience:Retry:Delay"] = "00:00:00.010",
            }
        );
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Services.AddOptions<UpstreamOptions>().BindConfiguration(UpstreamOptions.Section);
        builder.Services.AddOptions<CollectorOptions>().BindConfiguration(CollectorOptions.Section);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IHostGate>(Gate);
        builder.AddGitHub();
        builder.AddYouTube();
        builder.AddHuggingFace();
        builder.Services.AddSingleton(FakePolicy.Whitelist("blog.example.org"));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddWeb();
        _services = builder.Services.BuildServiceProvider();
    }

    public FakeUpstream Server { get; }

    public OpenGate Gate { get; } = new();

    public IGitHubApi GitHub => _services.GetRequiredService<IGitHubApi>();

    /// <param name="settings">Besides those that every test needs.</param>
    public static async Task<ConnectedUpstream> StartAsync(Dictionary<string, string?>? settings = null) =>
        new(await FakeUpstream.StartAsync(), settings);

    public Task<FetchedItem> FetchAsync(string url)
    {
        var address = ItemAddress.Of(url).ShouldNotBeNull();
        return Connectors.First(connector => connector.ItemKind == address.Kind).FetchAsync(address, TestContext.Current.CancellationToken);
    }

    public Task<IReadOnlyList<ItemFacts>> ListAsync(string kind, string target, DateTimeOffset since = default) =>
        new ConnectorCatalog(Connectors).Source(kind).ListAsync(target, since, TestContext.Current.CancellationToken);

    /// <summary>Of all that can be polled, as the service registers them.</summary>
    public IReadOnlyCollection<string> Names => new ConnectorCatalog(Connectors).Names;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }

    private IEnumerable<IConnector> Connectors => _services.GetServices<IConnector>();
}
