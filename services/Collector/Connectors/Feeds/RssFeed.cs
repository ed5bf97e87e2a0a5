using NewsEducator.Collector.Connectors.Dates;
using NewsEducator.Collector.Connectors.Feeds.Xml;

namespace NewsEducator.Collector.Connectors.Feeds;

/// <summary>RSS of any version, RDF, where the items stand beside the channel, and CDF, which says in attributes what others say in
/// elements.</summary>
internal static class RssFeed
{
    public static Feed Read(LooseElement root, FeedSource source)
    {
        var channel = root.Name == "channel" ? root : root.Each("channel").FirstOrDefault() ?? root;
        return new Feed
        {
            Title = Text(channel, source, "title", "dc:title"),
            Link = LinkOf(channel, source) ?? channel.AddressIn(channel["href"], source),
            Id = channel.TextOf("id"),
            Subtitle = Text(channel, source, "description", "subtitle", "tagline", "dc:description", "itunes:subtitle", "abstract"),
            Rights = Text(channel, source, "copyright", "dc:rights", "rights"),
            Info = Text(channel, source, "info"),
            Author = AuthorOf(channel, "managingeditor", "dc:creator", "dc:author", "itunes:author", "author", "webmaster"),
            Language = FeedLanguage.Of(channel, channel.TextOf("language", "dc:language"), source),
            Published = channel.TimeOf(source, "pubdate", "dcterms:issued", "published"),
            Updated =
                channel.TimeOf(source, "lastbuilddate", "dc:date", "dcterms:modified", "updated")
                ?? LooseDate.Parse(channel["lastmod"], source.Order),
            Entries = [.. ItemsOf(root, channel).Select(item => ReadItem(item, source))],
        };
    }

    private static IEnumerable<LooseElement> ItemsOf(LooseElement root, LooseElement channel)
    {
        var inside = channel.Elements.Where(child => child.Name is "item" or "entry");
        var nested = channel.Each("items").SelectMany(items => items.Each("item"));
        return root == channel
            ? inside.Concat(nested)
            : inside.Concat(nested).Concat(root.Elements.Where(child => child.Name is "item" or "entry"));
    }

    private static FeedEntry ReadItem(LooseElement item, FeedSource source)
    {
        var texts = item
            .Elements.Where(child => child.Name is "description" or "summary")
            .Select(child => child.ContentOf(source))
            .Where(text => text.Value.Length > 0)
            .ToList();
        var content =
            Text(item, source, "content:encoded", "content", "xhtml:body", "body", "fullitem", "prodlink") ?? texts.ElementAtOrDefault(1);
        var summary =
            texts.FirstOrDefault()
            ?? Text(item, source, "dc:description", "abstract", "itunes:summary", "media:description")
            ?? FeedMedia.Description(item, source);
        var published = item.TimeOf(source, "pubdate", "dcterms:issued", "published", "issued");
        return new FeedEntry
        {
            Title = Text(item, source, "title", "dc:title", "media:title"),
            Link = LinkOf(item, source) ?? item.AddressIn(item["href"], source) ?? Permalink(item, source),
            Id = IdOf(item, source),
            Summary = summary ?? content,
            Content = content,
            Author = AuthorOf(item, "author", "dc:creator", "dc:author", "itunes:author"),
            Comments = item.AddressIn(item.TextOf("comments"), source),
            Published = published,
            Updated =
                item.TimeOf(source, "dc:date", "dcterms:modified", "updated", "modified", "lastbuilddate")
                ?? LooseDate.Parse(item["lastmod"], source.Order)
                ?? published,
        };
    }

    private static FeedText? Text(LooseElement parent, FeedSource source, params ReadOnlySpan<string> names) =>
        parent.Each(names).Select(child => child.ContentOf(source)).FirstOrDefault(text => text.Value.Length > 0);

    private static string? LinkOf(LooseElement parent, FeedSource source) =>
        parent.Each("link").FirstOrDefault(link => link.Text().Trim().Length > 0) is { } written
            ? written.AddressIn(written.Text(), source)
            : AtomFeed.LinkOf(parent, source);

    private static string? IdOf(LooseElement item, FeedSource source)
    {
        if (item.Each("guid").FirstOrDefault(guid => guid.Text().Trim().Length > 0) is { } guid)
        {
            return IsPermalink(guid) ? guid.AddressIn(guid.Text(), source) : guid.Text().Trim();
        }

        return item.TextOf("id") ?? item["rdf:about"];
    }

    // The specification has every guid be an address unless it says otherwise; publishers do not know.
    private static string? Permalink(LooseElement item, FeedSource source) =>
        item.Each("guid").FirstOrDefault(IsPermalink) is { } guid && guid.Text().Trim() is { Length: > 0 } text
            ? guid.AddressIn(text, source)
            : item["rdf:about"];

    private static bool IsPermalink(LooseElement guid) => guid["isPermaLink"] is null or "true" or "";

    private static string? AuthorOf(LooseElement parent, params ReadOnlySpan<string> names) =>
        parent.Each(names).Select(person => person.PersonIn()).FirstOrDefault(person => person is not null);
}
