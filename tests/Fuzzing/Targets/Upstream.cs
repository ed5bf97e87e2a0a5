using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using NewsEducator.Collector;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.GitHub;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Connectors.HuggingFace;
using NewsEducator.Collector.Connectors.Web;
using NewsEducator.Collector.Connectors.YouTube;
using NewsEducator.Collector.Policies;

namespace NewsEducator.Fuzzing.Targets;

/// <summary>The connectors as the service registers them; their upstreams are in this process.</summary>
internal static class Upstream
{
    private static readonly Answers Served = new();

    private static readonly ServiceProvider Services = Build();

    public static ConnectorCatalog Catalog => new(Connectors);

    public static IReadOnlyList<IConnector> Connectors { get; } = [.. Services.GetServices<IConnector>()];

    /// <param name="answer">Of a path with its query; null for an empty answer of status 404.</param>
    public static void Serve(Func<string, string?> answer) => Served.Of = answer;

    private static ServiceProvider Build()
    {
        // Empty: the usual builders watch files.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        string[] upstreams = ["GitHub", "YouTube", "YouTubeData", "HuggingFace", "Web"];
        builder.Configuration.AddInMemoryCollection(
            upstreams.ToDictionary(name => $"Upstreams:{name}", name => (string?)$"http://upstream.example/{name}/")
        );
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["YouTube:ApiKey"] = "key" });
        builder.Services.AddOptions<UpstreamOptions>().BindConfiguration(UpstreamOptions.Section);
        builder.Services.AddOptions<CollectorOptions>().BindConfiguration(CollectorOptions.Section);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new Whitelist());
        builder.Services.AddSingleton<IHostGate, OpenGate>();
        builder.AddGitHub();
        builder.AddYouTube();
        builder.AddHuggingFace();
        builder.AddWeb();
        builder.Services.ConfigureAll<HttpClientFactoryOptions>(options =>
            options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.PrimaryHandler = Served)
        );
        return builder.Services.BuildServiceProvider();
    }

    private sealed class Answers : HttpMessageHandler
    {
        public Func<string, string?> Of { get; set; } = _ => null;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var text = Of(request.RequestUri!.PathAndQuery);
            var answer = new HttpResponseMessage(text is null ? HttpStatusCode.NotFound : HttpStatusCode.OK) { RequestMessage = request };
            answer.Content = new StringContent(text ?? "", Encoding.UTF8, "application/json");
            return Task.FromResult(answer);
        }
    }

    private sealed class OpenGate : IHostGate
    {
        public Task<IHostTurn> EnterAsync(HostPool pool, CancellationToken cancellationToken) => Task.FromResult<IHostTurn>(new Turn());
    }

    private sealed class Turn : IHostTurn
    {
        public Task AnsweredAsync(RateLimitSignal? pause) => Task.CompletedTask;

        public ValueTask DisposeAsync() => default;
    }
}
