using NewsEducator.Collector.Connectors.Feeds.Xml;

namespace NewsEducator.Collector.Connectors.Feeds;

internal static class FeedLanguage
{
    /// <summary>What the feed says, else xml:lang on it, else the header of the answer.</summary>
    public static string? Of(LooseElement feed, string? said, FeedSource source)
    {
        var language = said ?? feed.Language ?? source.Language;
        return string.IsNullOrWhiteSpace(language) ? null : language.Trim().Replace('_', '-');
    }
}
