using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsEducator.Collector.Connectors.Dates;

namespace NewsEducator.Collector.Connectors.Articles;

/// <summary>When a page says that it was published: to machines, else to readers in the head of its article.</summary>
internal static class PageMetadata
{
    // Where the text begins, the head of an article has ended.
    private const int LongParagraph = 160;

    // What it may be called, and in which attribute; the first of them that a page has and that can be read counts.
    private static readonly (string Attribute, string Name)[] PublishedNames =
    [
        ("property", "article:published_time"),
        ("name", "article:published_time"),
        ("property", "og:article:published_time"),
        ("property", "article:published"),
        ("itemprop", "datePublished"),
        ("name", "datePublished"),
        ("name", "date"),
        ("name", "dc.date"),
        ("name", "DC.date.issued"),
        ("name", "dcterms.created"),
        ("name", "dcterms.date"),
        ("name", "parsely-pub-date"),
        ("name", "sailthru.date"),
        ("name", "citation_publication_date"),
        ("name", "publish-date"),
        ("name", "publishdate"),
        ("name", "pubdate"),
        ("name", "publication_date"),
        ("property", "og:published_time"),
        ("property", "bytedance:published_time"),
        ("name", "weibo:article:create_at"),
        ("name", "weibo: article:create_at"),
    ];

    public static DateTimeOffset? Published(IHtmlDocument document) =>
        OfMeta(document) ?? LinkedData.Published(document) ?? OfHead(document);

    private static DateTimeOffset? OfMeta(IHtmlDocument document)
    {
        var metas = document.GetElementsByTagName("meta").Where(meta => !meta.HasAttribute("itemprop") || !IsAside(meta)).ToList();
        return PublishedNames
            .Select(wanted =>
                metas.Find(meta => string.Equals(meta.GetAttribute(wanted.Attribute), wanted.Name, StringComparison.OrdinalIgnoreCase))
            )
            .Select(meta => LooseDate.Parse(meta?.GetAttribute("content")))
            .FirstOrDefault(time => time is not null);
    }

    // The times of related articles, comments and of what the text tells are others.
    private static DateTimeOffset? OfHead(IHtmlDocument document)
    {
        var heading = document.QuerySelector("h1");
        var article = heading?.Closest("article") ?? Only(document, "article") ?? Only(document, "main");
        return document
            .QuerySelectorAll("time, p, [itemprop='datePublished']")
            .Where(element => !IsAside(element) && IsOf(element, article, heading))
            .TakeWhile(element => element.LocalName != "p" || element.TextContent.Length < LongParagraph)
            .Where(element => element.LocalName != "p" || element.HasAttribute("itemprop"))
            .Select(time => LooseDate.Parse(time.GetAttribute("datetime") ?? time.GetAttribute("content") ?? time.TextContent))
            .FirstOrDefault(time => time is not null);
    }

    private static bool IsOf(IElement element, IElement? article, IElement? heading) =>
        element.Closest("article") is { } own
            ? own == article
            : article?.LocalName == "main"
                || heading?.Closest("header, hgroup")?.Contains(element) == true
                || heading?.ParentElement?.Contains(element) == true;

    private static IElement? Only(IHtmlDocument document, string name) =>
        document.QuerySelectorAll(name).Where(each => each.ParentElement?.Closest(name) is null).Take(2).ToList() is [var only]
            ? only
            : null;

    private static bool IsAside(IElement element) => element.Closest("aside, nav") is not null;
}
