using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.Collector.Connectors.Feeds;

namespace NewsEducator.Conformance.Feeds;

/// <summary>A field of a feed by the corpus's name for it.</summary>
internal static partial class FeedField
{
    public static object? Of(Feed feed, string path) =>
        path switch
        {
            "feed.title" => feed.Title,
            "feed.link" => feed.Link,
            "feed.id" => feed.Id,
            "feed.subtitle" => feed.Subtitle,
            "feed.copyright" => feed.Rights,
            "feed.info" => feed.Info,
            "feed.author" => feed.Author,
            "feed.language" => feed.Language,
            "feed.updated" => feed.Updated,
            "feed.published" => feed.Published,
            "entries.length" => feed.Entries.Count,
            _ => OfEntry(feed, Entry().Match(path)),
        };

    private static object? OfEntry(Feed feed, Match match)
    {
        var entry = feed.Entries.ElementAtOrDefault(int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture));
        return match.Groups["field"].Value switch
        {
            "title" => entry?.Title,
            "link" => entry?.Link,
            "id" => entry?.Id,
            "summary" => entry?.Summary,
            "content" => entry?.Content,
            "updated" => entry?.Updated,
            "published" => entry?.Published,
            "author" => entry?.Author,
            "comments" => entry?.Comments,
            var other => throw new InvalidDataException($"The corpus asks for a field {other}."),
        };
    }

    [GeneratedRegex(@"^entries\[(?<index>\d+)\]\.(?<field>\w+)$")]
    private static partial Regex Entry();
}
