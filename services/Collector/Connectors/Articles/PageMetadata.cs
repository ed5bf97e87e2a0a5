using AngleSharp.Html.Dom;
using NewsEducator.Collector.Connectors.Feeds;

namespace NewsEducator.Collector.Connectors.Articles;

/// <summary>What a page says of itself to machines.</summary>
internal static class PageMetadata
{
    private static readonly string[] PublishedNames =
    [
        "meta[property='article:published_time']", "meta[name='article:published_time']", "meta[itemprop='datePublished']", "meta[name='date']",
        "meta[name='dc.date']", "meta[name='DC.date.issued']", "meta[name='parsely-pub-date']", "meta[property='og:published_time']",
    ];

    public static DateTimeOffset? Published(IHtmlDocument document) =>
        PublishedNames.Select(name => FeedDate.Parse(document.QuerySelector(name)?.GetAttribute("content"))).FirstOrDefault(time => time is not null)
        ?? FeedDate.Parse(document.QuerySelector("time[itemprop='datePublished'][datetime], article time[datetime], time[pubdate][datetime]")?.GetAttribute("datetime"));
}
