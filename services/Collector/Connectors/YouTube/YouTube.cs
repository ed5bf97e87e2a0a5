using NewsEducator.Collector.Connectors.Http;
using Refit;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>The videos of a channel, with their transcripts.</summary>
internal static class YouTube
{
    private static readonly RefitSettings Json = new(new SystemTextJsonContentSerializer(UpstreamJson.CamelCase));

    public static WebApplicationBuilder AddYouTube(this WebApplicationBuilder builder)
    {
        builder.AddUpstream<IYouTubeSite>(upstreams => upstreams.YouTube, Json);
        builder.AddUpstream<IYouTubeData>(upstreams => upstreams.YouTubeData, Json);
        builder.Services.AddScoped<VideoFigures>();
        builder.Services.AddScoped<IConnector, YouTubeVideos>();
        return builder;
    }
}
