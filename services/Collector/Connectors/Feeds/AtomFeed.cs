using NewsEducator.Collector.Connectors.Feeds.Xml;

namespace NewsEducator.Collector.Connectors.Feeds;

/// <summary>Atom 0.3 and 1.0, and RSS elements that have strayed into it.</summary>
internal static class AtomFeed
{
    public static Feed Read(LooseElement feed, FeedSource source) =>
        new()
        {
            Title = TitleOf(feed, source) ?? Content(feed, source, "dc:title"),
            Link = LinkOf(feed, source) ?? IdOf(feed, source),
            Id = IdOf(feed, source),
            Subtitle = Content(feed, source, "subtitle", "tagline", "description"),
            Rights = Content(feed, source, "rights", "copyright"),
            Info = Content(feed, source, "info"),
            Author = AuthorOf(feed),
            Language = FeedLanguage.Of(feed, feed.TextOf("language", "dc:language"), source),
            Published = feed.TimeOf(source, "published", "issued", "dcterms:issued", "pubdate"),
            Updated = feed.TimeOf(source, "updated", "modified", "dcterms:modified", "dc:date"),
            Entries = [.. EntriesOf(feed).Select(entry => ReadEntry(entry, source))],
        };

    // A document can be a single entry.
    private static IEnumerable<LooseElement> EntriesOf(LooseElement feed) =>
        feed.Name == "entry" ? [feed] : feed.Elements.Where(child => child.Name is "entry" or "item");

    private static FeedEntry ReadEntry(LooseElement entry, FeedSource source)
    {
        var published = entry.TimeOf(source, "published", "issued", "dcterms:issued", "pubdate", "created", "dcterms:created");
        var content = Content(entry, source, "content", "content:encoded", "xhtml:body");
        var summary = Content(entry, source, "summary", "description", "media:description") ?? FeedMedia.Description(entry, source);
        return new FeedEntry
        {
            Title = TitleOf(entry, source) ?? Content(entry, source, "dc:title", "media:title"),
            Link = LinkOf(entry, source) ?? StrayLink(entry) ?? IdOf(entry, source),
            Id = IdOf(entry, source),
            Summary = summary ?? content,
            Content = content,
            Author = AuthorOf(entry),
            Comments = RelatedTo(entry, source, "replies"),
            Published = published,
            Updated = entry.TimeOf(source, "updated", "modified", "dcterms:modified", "dc:date") ?? published,
        };
    }

    private static string? IdOf(LooseElement parent, FeedSource source) =>
        parent.Each("id", "guid").FirstOrDefault() is { } id ? id.AddressIn(id.Text(), source) : null;

    private static FeedText? Content(LooseElement parent, FeedSource source, params ReadOnlySpan<string> names) =>
        parent.Each(names).Select(child => child.ContentOf(source)).FirstOrDefault(text => text.Value.Length > 0);

    // Untyped it is text by the specification, to the letter; of contents publishers say that less reliably.
    private static FeedText? TitleOf(LooseElement parent, FeedSource source) =>
        parent
            .Each("title")
            .Select(title =>
                title["type"] is null && title["mode"] is null && !title.Elements.Any()
                    ? new FeedText(title.Text(), IsHtml: false, title.Base(source.Base))
                    : title.ContentOf(source)
            )
            .FirstOrDefault(text => text.Value.Length > 0);

    private static string? AuthorOf(LooseElement parent) =>
        parent.Each("author", "dc:creator", "dc:author").Select(person => person.PersonIn()).FirstOrDefault(person => person is not null);

    /// <summary>The alternate page, an HTML one before others.</summary>
    internal static string? LinkOf(LooseElement parent, FeedSource source)
    {
        var links = parent.Each("link").Where(link => link["href"] is not null && link["rel"] is null or "" or "alternate").ToList();
        return (links.Find(link => link["type"] is null or "text/html" or "application/xhtml+xml") ?? links.FirstOrDefault()) is { } best
            ? best.AddressIn(best["href"], source)
            : null;
    }

    // RSS's way to write one.
    private static string? StrayLink(LooseElement entry) =>
        entry
            .Each("link")
            .Where(link => link["rel"] is null or "" or "alternate")
            .Select(link => link.Text().Trim())
            .FirstOrDefault(text => text.Length > 0);

    private static string? RelatedTo(LooseElement parent, FeedSource source, string relation) =>
        parent.Each("link").FirstOrDefault(link => link["rel"] == relation) is { } link ? link.AddressIn(link["href"], source) : null;
}
