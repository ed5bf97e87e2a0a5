using NewsEducator.Collector.Connectors.Feeds.Xml;

namespace NewsEducator.Collector.Connectors.Feeds;

/// <summary>RSS 0.9 to 2.0, RDF, Atom, CDF and JSON Feed, told apart by what is inside and not by what they are called.</summary>
internal static class FeedReader
{
    /// <exception cref="UnreadableException">It is no feed.</exception>
    public static Feed Read(FeedSource source)
    {
        var text = FeedEncoding.Decode(source.Body.Span, source.Charset);
        return text.AsSpan().TrimStart() is ['{', ..] ? JsonFeed.Read(text, source.Base) : ReadXml(text, source);
    }

    private static Feed ReadXml(string text, FeedSource source)
    {
        var document = LooseXml.Read(text);
        foreach (var root in document.Elements)
        {
            if (root.Name is "feed" or "entry")
            {
                return AtomFeed.Read(root, source);
            }

            if (root.Name is "rss" or "rdf:rdf" or "rdf" or "channel")
            {
                return RssFeed.Read(root, source);
            }
        }

        throw new UnreadableException("What was served as a feed is none");
    }
}
