using System.Net;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors.Articles;
using NewsEducator.Collector.Connectors.Feeds;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.ServiceDefaults.Net;

namespace NewsEducator.Collector.Connectors.Web;

/// <summary>Feeds and articles of any whitelisted host.</summary>
internal static class Web
{
    public static WebApplicationBuilder AddWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpClient<WebClient>().CallPolitely(builder).ConfigurePrimaryHttpMessageHandler(HandlerOf);
        builder.Services.AddSingleton<Robots>();
        builder.Services.AddScoped<ArticlePages>();
        builder.Services.AddScoped<IConnector, FeedArticles>();
        return builder;
    }

    // Whoever configures an address for the web answers for where it is; every other host has to be a public one.
    private static SocketsHttpHandler HandlerOf(IServiceProvider services)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            UseProxy = false,
        };
        if (services.GetRequiredService<IOptions<UpstreamOptions>>().Value.Web is null)
        {
            handler.ConnectCallback = PublicConnection.Real(reason => new UnreadableException(reason, FaultKind.Forbidden)).ConnectAsync;
        }

        return handler;
    }
}
