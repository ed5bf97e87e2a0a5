using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.YouTube;

internal static class WatchPage
{
    // Inside a script element, so < and & are escaped; other text stays readable, as on the real page.
    private static readonly JsonSerializerOptions InScript = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static IResult Get(string? v, SampleDay day, HttpRequest request) =>
        Tagged.Text(day.Find(v ?? "", ItemKind.Video) is { } video ? Page(video, request) : Missing(), "text/html; charset=utf-8");

    private static string Page(SampleItem video, HttpRequest request) =>
        $"""
            <!DOCTYPE html><html lang="en"><head>
            <title>{Text(video.Title)} - YouTube</title>
            <link rel="canonical" href="https://www.youtube.com/watch?v={video.Head.Id}">
            <meta property="og:site_name" content="YouTube">
            <meta property="og:url" content="https://www.youtube.com/watch?v={video.Head.Id}">
            <meta property="og:title" content="{Text(video.Title)}">
            <meta property="og:image" content="https://i.ytimg.com/vi/{video.Head.Id}/maxresdefault.jpg">
            <meta property="og:description" content="{Text(video.Body.Length > 160 ? video.Body[..160] : video.Body)}">
            <meta property="og:type" content="video.other">
            <meta itemprop="datePublished" content="{video.CreatedAt:yyyy-MM-dd'T'HH:mm:sszzz}">
            <span itemprop="author" itemscope itemtype="http://schema.org/Person"><link itemprop="url" href="http://www.youtube.com/channel/{video.Head.Channel}"><link itemprop="name" content="{Text(
                video.Head.ChannelName ?? ""
            )}"></span>
            </head><body>
            <script nonce="demo">var ytInitialPlayerResponse = {JsonSerializer.Serialize(PlayerJson.Of(video, request), InScript)};</script>
            </body></html>
            """;

    private static string Missing() =>
        $"""
            <!DOCTYPE html><html lang="en"><head><title> - YouTube</title></head><body>
            <script nonce="demo">var ytInitialPlayerResponse = {JsonSerializer.Serialize(PlayerJson.Unavailable(), InScript)};</script>
            </body></html>
            """;

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
