using System.Text.Json;
using System.Web;
using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.YouTube;

internal static class Oembed
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IResult Get(string? url, SampleDay day) =>
        VideoId(url) is { } id && day.Find(id, ItemKind.Video) is { } video
            ? Tagged.Json(Render(video), SnakeCase)
            : TypedResults.Text("Not Found", statusCode: 404);

    private static string? VideoId(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return null;
        }

        return address.Host == "youtu.be" || address.AbsolutePath.StartsWith("/shorts/", StringComparison.Ordinal)
            ? address.Segments[^1]
            : HttpUtility.ParseQueryString(address.Query)["v"];
    }

    private static object Render(SampleItem video) =>
        new
        {
            title = video.Title,
            authorName = video.Head.ChannelName,
            authorUrl = $"https://www.youtube.com/channel/{video.Head.Channel}",
            type = "video",
            height = 113,
            width = 200,
            version = "1.0",
            providerName = "YouTube",
            providerUrl = "https://www.youtube.com/",
            thumbnailHeight = 360,
            thumbnailWidth = 480,
            thumbnailUrl = $"https://i.ytimg.com/vi/{video.Head.Id}/hqdefault.jpg",
            html = $"<iframe width=\"200\" height=\"113\" src=\"https://www.youtube.com/embed/{video.Head.Id}?feature=oembed\" allowfullscreen></iframe>",
        };
}
