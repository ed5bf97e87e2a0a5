using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NewsEducator.Publisher.Feeds;

/// <summary>A feed as Atom 1.0 and RSS 2.0.</summary>
internal static class SyndicationFeeds
{
    // Programs that know no namespaces look for the usual prefixes, so each extension declares its own.
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <param name="document">The feed.</param>
    /// <param name="bytes">Gets it as UTF-8.</param>
    public static void RenderAtom(FeedDocument document, Stream bytes)
    {
        var feed = FeedOf(document, entry => ItemOf(entry, new SyndicationItem { Content = new EncodedHtml(entry.Html, bytes) }));
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(document.Folder, "atom.xml"), "application/atom+xml"));
        if (document.Hub is { } hub)
        {
            feed.Links.Add(new SyndicationLink(hub) { RelationshipType = "hub" });
        }

        foreach (var tombstone in document.Tombstones)
        {
            feed.ElementExtensions.Add(
                new XElement(
                    Tombstones + "deleted-entry",
                    new XAttribute(XNamespace.Xmlns + "at", Tombstones),
                    new XAttribute("ref", tombstone.Id),
                    new XAttribute("when", Pages.Frame.Iso(tombstone.When)),
                    new XElement(Tombstones + "comment", tombstone.Reason)
                )
            );
        }

        Write(new Atom10FeedFormatter(feed), bytes);
    }

    /// <param name="document">The feed.</param>
    /// <param name="bytes">Gets it as UTF-8.</param>
    public static void RenderRss(FeedDocument document, Stream bytes)
    {
        var feed = FeedOf(document, entry => RssItemOf(entry, new EncodedHtml(entry.Html, bytes)));
        feed.Authors.Clear();
        // By itself it writes the zone as "Z", which mail's parsers take for no zone at all.
        feed.LastUpdatedTime = default;
        feed.ElementExtensions.Add(new XElement("lastBuildDate", DateOf(document.Updated)));
        feed.AttributeExtensions.Add(new XmlQualifiedName("content", XNamespace.Xmlns.NamespaceName), Content.NamespaceName);
        feed.ElementExtensions.Add(AtomLink("self", new Uri(document.Folder, "rss.xml"), new XAttribute("type", "application/rss+xml")));
        if (document.Hub is { } hub)
        {
            feed.ElementExtensions.Add(AtomLink("hub", hub));
        }

        Write(new Rss20FeedFormatter(feed, serializeExtensionsAsAtom: false), bytes);
    }

    /// <summary>RFC 1123, as in <c>Mon, 09 Mar 2026 08:30:00 GMT</c>.</summary>
    private static string DateOf(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Plain text as HTML, with as few references as possible: some readers show a description as it is. What is HTML already is
    /// written by <see cref="EncodedHtml"/>.</summary>
    private static string HtmlOf(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static XElement AtomLink(string relation, Uri address, params XAttribute[] more) =>
        new(
            Atom + "link",
            new XAttribute(XNamespace.Xmlns + "atom", Atom),
            new XAttribute("rel", relation),
            more,
            new XAttribute("href", address)
        );

    private static SyndicationFeed FeedOf(FeedDocument document, Func<FeedEntry, SyndicationItem> itemOf)
    {
        var feed = new SyndicationFeed(
            document.Title,
            document.Description,
            document.Home,
            document.Id,
            document.Updated,
            document.Entries.Select(itemOf).ToList()
        )
        {
            Language = "zh-CN",
        };
        feed.Authors.Add(new SyndicationPerson { Name = document.Title });
        return feed;
    }

    private static RssItem RssItemOf(FeedEntry entry, EncodedHtml html)
    {
        var item = ItemOf(entry, new RssItem(html));
        // Readers take a description for HTML.
        item.Summary = SyndicationContent.CreatePlaintextContent(HtmlOf(entry.Summary));
        item.PublishDate = default;
        item.ElementExtensions.Add(new XElement("pubDate", DateOf(entry.Published)));
        return item;
    }

    private static TItem ItemOf<TItem>(FeedEntry entry, TItem item)
        where TItem : SyndicationItem
    {
        (item.Id, item.LastUpdatedTime, item.PublishDate) = (entry.Id, entry.Updated, entry.Published);
        item.Title = SyndicationContent.CreatePlaintextContent(entry.Title);
        item.Summary = SyndicationContent.CreatePlaintextContent(entry.Summary);
        item.Links.Add(SyndicationLink.CreateAlternateLink(entry.Url));
        foreach (var tag in entry.Tags)
        {
            item.Categories.Add(new SyndicationCategory(tag));
        }

        if (entry.External is { } external)
        {
            item.Links.Add(new SyndicationLink(external) { RelationshipType = "via" });
        }

        return item;
    }

    private static void Write(SyndicationFeedFormatter formatter, Stream bytes)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
            NamespaceHandling = NamespaceHandling.OmitDuplicates,
        };
        using var xml = XmlWriter.Create(bytes, settings);
        formatter.WriteTo(xml);
    }

    /// <summary>Has its HTML in an element of its own.</summary>
    private sealed class RssItem(EncodedHtml html) : SyndicationItem
    {
        protected override void WriteElementExtensions(XmlWriter writer, string version)
        {
            base.WriteElementExtensions(writer, version);
            writer.WriteStartElement("content", "encoded", SyndicationFeeds.Content.NamespaceName);
            html.WriteText(writer);
            writer.WriteEndElement();
        }
    }
}
