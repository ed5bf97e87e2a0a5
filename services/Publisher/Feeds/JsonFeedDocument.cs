using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Publisher.Feeds;

/// <summary>A feed as JSON Feed 1.1.</summary>
internal static class JsonFeedDocument
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed record Feed(
        string Version,
        string Title,
        string HomePageUrl,
        string FeedUrl,
        string Description,
        string Language,
        IEnumerable<Hub>? Hubs,
        IEnumerable<Item> Items
    );

    private sealed record Hub(string Type, string Url);

    private sealed record Item(
        string Id,
        string Url,
        string? ExternalUrl,
        string Title,
        [property: JsonConverter(typeof(JsonHtml))] string ContentHtml,
        string Summary,
        string DatePublished,
        string DateModified,
        IReadOnlyList<string> Tags,
        string Language
    );

    /// <param name="document">The feed.</param>
    /// <param name="bytes">Gets it as UTF-8.</param>
    public static void Render(FeedDocument document, Stream bytes) =>
        JsonSerializer.Serialize(
            bytes,
            new Feed(
                "https://jsonfeed.org/version/1.1",
                document.Title,
                document.Home.AbsoluteUri,
                new Uri(document.Folder, "feed.json").AbsoluteUri,
                document.Description,
                "zh-CN",
                document.Hub is { } hub ? [new Hub("WebSub", hub.AbsoluteUri)] : null,
                document.Entries.Select(ItemOf)
            ),
            Json
        );

    private static Item ItemOf(FeedEntry entry) =>
        new(
            entry.Id,
            entry.Url.AbsoluteUri,
            entry.External?.AbsoluteUri,
            entry.Title,
            entry.Html,
            entry.Summary,
            Frame.Iso(entry.Published),
            Frame.Iso(entry.Updated),
            entry.Tags,
            entry.Language
        );
}
