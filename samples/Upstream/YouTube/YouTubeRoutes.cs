namespace NewsEducator.Upstream.YouTube;

internal static class YouTubeRoutes
{
    public static void MapYouTube(this IEndpointRouteBuilder app)
    {
        var site = app.MapGroup("/youtube");
        site.MapGet("/feeds/videos.xml", ChannelFeed.Get);
        site.MapGet("/watch", WatchPage.Get);
        site.MapGet("/oembed", Oembed.Get);
        site.MapGet("/api/timedtext", Captions.Get);
    }
}
