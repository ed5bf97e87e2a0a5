using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsEducator.Collector.Connectors.Feeds;

namespace NewsEducator.Collector.Connectors.Articles;

/// <summary>What a page says of itself to machines.</summary>
internal static class PageMetadata
{
    // What it may be called, and in which attribute; the first of them that a page has and that can be read counts.
    private static readonly (string Attribute, string Name)[] PublishedNames =
    [
        ("property", "article:published_time"), ("name", "article:published_time"), ("itemprop", "datePublished"), ("name", "date"), ("name", "dc.date"),
        ("name", "DC.date.issued"), ("name", "parsely-pub-date"), ("property", "og:published_time"),
    ];

    public static DateTimeOffset? Published(IHtmlDocument document)
    {
        var metas = document.GetElementsByTagName("meta").ToList();
        return PublishedNames
            .Select(wanted => metas.Find(meta => meta.GetAttribute(wanted.Attribute) == wanted.Name))
            .Select(meta => FeedDate.Parse(meta?.GetAttribute("content")))
            .FirstOrDefault(time => time is not null)
            ?? FeedDate.Parse(document.GetElementsByTagName("time").FirstOrDefault(TellsWhen)?.GetAttribute("datetime"));
    }

    private static bool TellsWhen(IElement time) =>
        time.HasAttribute("datetime") && (time.GetAttribute("itemprop") == "datePublished" || time.HasAttribute("pubdate") || time.Closest("article") is not null);
}
