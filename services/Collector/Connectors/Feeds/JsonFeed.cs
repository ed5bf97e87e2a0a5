using System.Text.Json;
using NewsEducator.Collector.Connectors.Dates;

namespace NewsEducator.Collector.Connectors.Feeds;

/// <summary>JSON Feed 1.0 and 1.1; a field of another type than the specification's counts as missing.</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 32,
    };

    /// <exception cref="UnreadableException">It is no JSON Feed.</exception>
    public static Feed Read(string json, Uri? from)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return Read(document.RootElement, from);
        }
        catch (JsonException error)
        {
            throw new UnreadableException($"What was served as a feed is no JSON: {error.Message}");
        }
    }

    private static Feed Read(JsonElement feed, Uri? from)
    {
        if (!feed.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
        {
            throw new UnreadableException("What was served as a feed is JSON without items");
        }

        return new Feed
        {
            Title = Plain(feed, "title", from),
            Link = Address(feed, "home_page_url", from),
            Id = Address(feed, "feed_url", from),
            Subtitle = Plain(feed, "description", from),
            Author = Author(feed),
            Language = Text(feed, "language"),
            Entries =
            [
                .. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => ReadItem(item, from)),
            ],
        };
    }

    private static FeedEntry ReadItem(JsonElement item, Uri? from)
    {
        var content = Html(item, "content_html", from) ?? Plain(item, "content_text", from);
        return new FeedEntry
        {
            Title = Plain(item, "title", from),
            Link = Address(item, "url", from) ?? Address(item, "external_url", from),
            Id = Text(item, "id"),
            Summary = Plain(item, "summary", from) ?? content,
            Content = content,
            Author = Author(item),
            Published = LooseDate.Parse(Text(item, "date_published")),
            Updated = LooseDate.Parse(Text(item, "date_modified")),
        };
    }

    private static string? Author(JsonElement parent)
    {
        if (parent.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array)
        {
            return authors.EnumerateArray().Select(Name).FirstOrDefault(name => name is not null);
        }

        return parent.TryGetProperty("author", out var author) ? Name(author) : null;
    }

    private static string? Name(JsonElement person) => person.ValueKind == JsonValueKind.Object ? Text(person, "name") : null;

    private static FeedText? Plain(JsonElement parent, string field, Uri? from) =>
        Text(parent, field) is { } text ? new FeedText(text, IsHtml: false, from) : null;

    private static FeedText? Html(JsonElement parent, string field, Uri? from) =>
        Text(parent, field) is { } text ? new FeedText(text, IsHtml: true, from) : null;

    private static string? Address(JsonElement parent, string field, Uri? from) =>
        Text(parent, field) is { } text ? WebAddress.Resolve(text, from)?.ToString() ?? text : null;

    private static string? Text(JsonElement parent, string field) =>
        !parent.TryGetProperty(field, out var value)
            ? null
            : value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
}
