namespace NewsEducator.Collector.Connectors.Feeds.Xml;

/// <summary>The namespaces that feeds mix, by short names of our own: a publisher may call its prefixes what it likes.</summary>
internal static class Vocabularies
{
    /// <summary>RSS, Atom and RDF's channel: whatever carries the feed itself.</summary>
    public const string Core = "";

    private static readonly Dictionary<string, string> ByUri = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http://www.w3.org/2005/Atom"] = Core,
        ["http://purl.org/atom/ns#"] = Core,
        ["http://example.com/newformat#"] = Core,
        ["http://example.com/necho"] = Core,
        ["http://purl.org/echo/"] = Core,
        ["uri/of/echo/namespace#"] = Core,
        ["http://purl.org/pie/"] = Core,
        ["http://purl.org/rss/1.0/"] = Core,
        ["http://purl.org/net/rss1.1#"] = Core,
        ["http://my.netscape.com/rdf/simple/0.9/"] = Core,
        ["http://channel.netscape.com/rdf/simple/0.9/"] = Core,
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = Core,
        ["http://backend.userland.com/rss"] = Core,
        ["http://backend.userland.com/rss2"] = Core,
        ["http://backend.userland.com/RSS2"] = Core,
        ["http://blogs.law.harvard.edu/tech/rss"] = Core,
        ["http://cyber.law.harvard.edu/rss"] = Core,
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/elements/1.0/"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content/"] = "content",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://search.yahoo.com/mrss/"] = "media",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://example.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://www.w3.org/2000/svg"] = "svg",
        ["http://www.w3.org/1998/Math/MathML"] = "math",
        ["http://www.w3.org/XML/1998/namespace"] = "xml",
        ["http://www.youtube.com/xml/schemas/2015"] = "yt",
    };

    private static readonly HashSet<string> Known = [.. ByUri.Values];

    // Prefixes in the wild that are used without being declared.
    private static readonly Dictionary<string, string> ByPrefix = new(StringComparer.OrdinalIgnoreCase)
    {
        ["atom"] = Core,
        ["atom10"] = Core,
        ["a10"] = Core,
        ["rss"] = Core,
    };

    /// <param name="uri">What the prefix stands for; null where it was not declared.</param>
    /// <param name="prefix">As written; empty for the default namespace.</param>
    public static string NameOf(string? uri, string prefix)
    {
        if (uri is { Length: > 0 } && ByUri.TryGetValue(uri.Trim(), out var name))
        {
            return name;
        }

        if (prefix.Length == 0)
        {
            // A feed in a namespace of its publisher's own is still a feed.
            return Core;
        }

        if (uri is null)
        {
            var written = prefix.ToLowerInvariant();
            return ByPrefix.GetValueOrDefault(written, Known.Contains(written) ? written : $"?{written}");
        }

        return $"?{prefix.ToLowerInvariant()}";
    }
}
