using NewsEducator.Collector.Connectors.Dates;
using NewsEducator.Collector.Connectors.Feeds.Xml;

namespace NewsEducator.Collector.Connectors.Feeds;

/// <summary>RSS 0.9 to 2.0, RDF, Atom, CDF and JSON Feed, told apart by what is inside and not by what they are called.</summary>
internal static class FeedReader
{
    // A feed inside of a page lies below html, body and a few elements at most.
    private const int Deepest = 8;

    private static readonly HashSet<string> DateNames =
    [
        "pubdate",
        "dc:date",
        "published",
        "updated",
        "issued",
        "modified",
        "lastbuilddate",
        "dcterms:issued",
        "dcterms:modified",
    ];

    /// <exception cref="UnreadableException">It is no feed.</exception>
    public static Feed Read(FeedSource source)
    {
        var text = FeedEncoding.Decode(source.Body.Span, source.Charset);
        return text.AsSpan().TrimStart() is ['{', ..] ? JsonFeed.Read(text, source.Base) : ReadXml(text, source);
    }

    private static Feed ReadXml(string text, FeedSource source)
    {
        var root = FindRoot(LooseXml.Read(text), 0) ?? throw new UnreadableException("What was served as a feed is none");
        var ordered = source with { Order = DayOrders.Of(DatesIn(root), LanguageOf(root) ?? source.Language) };
        return root.Name is "feed" or "entry" ? AtomFeed.Read(root, ordered) : RssFeed.Read(root, ordered);
    }

    private static LooseElement? FindRoot(LooseElement parent, int depth) =>
        parent.Elements.FirstOrDefault(IsRoot)
        ?? (depth < Deepest ? parent.Elements.Select(child => FindRoot(child, depth + 1)).FirstOrDefault(root => root is not null) : null);

    private static bool IsRoot(LooseElement element) => element.Name is "feed" or "entry" or "rss" or "rdf:rdf" or "rdf" or "channel";

    private static string? LanguageOf(LooseElement root) =>
        root.TextOf("language", "dc:language") ?? root.Each("channel").FirstOrDefault()?.TextOf("language", "dc:language") ?? root.Language;

    private static IEnumerable<string> DatesIn(LooseElement root) =>
        root
            .Elements.SelectMany(child => child.Name is "channel" or "items" ? child.Elements : [child])
            .SelectMany(item => item.Elements.Append(item))
            .Where(element => DateNames.Contains(element.Name))
            .Select(element => element.Text())
            .Where(text => text.Contains('/', StringComparison.Ordinal));
}
