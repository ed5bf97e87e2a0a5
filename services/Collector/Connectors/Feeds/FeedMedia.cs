using NewsEducator.Collector.Connectors.Feeds.Xml;

namespace NewsEducator.Collector.Connectors.Feeds;

/// <summary>Media RSS: what describes a video or an image, by itself or in a group.</summary>
internal static class FeedMedia
{
    public static FeedText? Description(LooseElement entry, FeedSource source) =>
        entry
            .Each("media:group", "media:content")
            .SelectMany(group => group.Each("media:description"))
            .Select(description => description.ContentOf(source))
            .FirstOrDefault();
}
