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

    public static byte[] RenderAtom(FeedDocument document)
    {
        var feed = FeedOf(document);
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

        return Write(new Atom10FeedFormatter(feed));
    }

    public static byte[] RenderRss(FeedDocument document)
    {
        var feed = FeedOf(document);
        feed.Authors.Clear();
        feed.AttributeExtensions.Add(new XmlQualifiedName("content", XNamespace.Xmlns.NamespaceName), Content.NamespaceName);
        feed.ElementExtensions.Add(AtomLink("self", new Uri(document.Folder, "rss.xml"), new XAttribute("type", "application/rss+xml")));
        if (document.Hub is { } hub)
        {
            feed.ElementExtensions.Add(AtomLink("hub", hub));
        }

        foreach (var (item, entry) in feed.Items.Zip(document.Entries))
        {
            item.Content = null;
            item.ElementExtensions.Add(
                new XElement(Content + "encoded", new XAttribute(XNamespace.Xmlns + "content", Content), entry.Html)
            );
        }

        return Write(new Rss20FeedFormatter(feed, serializeExtensionsAsAtom: false));
    }

    private static XElement AtomLink(string relation, Uri address, params XAttribute[] more) =>
        new(
            Atom + "link",
            new XAttribute(XNamespace.Xmlns + "atom", Atom),
            new XAttribute("rel", relation),
            more,
            new XAttribute("href", address)
        );

    private static SyndicationFeed FeedOf(FeedDocument document)
    {
        var feed = new SyndicationFeed(
            document.Title,
            document.Description,
            document.Home,
            document.Id,
            document.Updated,
            document.Entries.Select(ItemOf).ToList()
        )
        {
            Language = "zh-CN",
        };
        feed.Authors.Add(new SyndicationPerson { Name = document.Title });
        return feed;
    }

    private static SyndicationItem ItemOf(FeedEntry entry)
    {
        var item = new SyndicationItem(entry.Title, SyndicationContent.CreateHtmlContent(entry.Html), entry.Url, entry.Id, entry.Updated)
        {
            Summary = SyndicationContent.CreatePlaintextContent(entry.Summary),
            PublishDate = entry.Published,
        };
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

    private static byte[] Write(SyndicationFeedFormatter formatter)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
            NamespaceHandling = NamespaceHandling.OmitDuplicates,
        };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            formatter.WriteTo(xml);
        }

        return bytes.ToArray();
    }
}
