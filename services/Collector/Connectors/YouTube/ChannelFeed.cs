using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using NewsEducator.Collector.Addresses;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>A channel's Atom feed of its 15 newest videos.</summary>
internal static class ChannelFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Yt = "http://www.youtube.com/xml/schemas/2015";

    // No document type, nothing fetched from outside: a feed is a stranger's text.
    private static readonly XmlReaderSettings Hardened = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        MaxCharactersInDocument = 4 * 1024 * 1024,
    };

    /// <exception cref="UnreadableException">It is no such feed.</exception>
    public static IReadOnlyList<ItemFacts> Read(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(Writable(xml.TrimStart())), Hardened);
            var feed =
                XDocument.Load(reader).Element(Atom + "feed")
                ?? throw new UnreadableException("YouTube served a document that is no Atom feed");
            return feed.Elements(Atom + "entry").SelectReadable(FactsOf);
        }
        catch (Exception error) when (error is XmlException or FormatException)
        {
            throw new UnreadableException($"YouTube served a feed that cannot be read: {error.Message}");
        }
    }

    // Titles and descriptions hold what people pasted: one character that XML forbids must not end the channel.
    private static string Writable(string xml) =>
        xml.Any(IsForbidden) ? string.Concat(xml.Select(letter => IsForbidden(letter) ? ' ' : letter)) : xml;

    private static bool IsForbidden(char letter) => !XmlConvert.IsXmlChar(letter) && !char.IsSurrogate(letter);

    private static ItemFacts FactsOf(XElement entry)
    {
        var published = Time(entry, "published");
        return new ItemFacts
        {
            Address =
                ItemAddress.Of($"https://www.youtube.com/watch?v={entry.Element(Yt + "videoId")?.Value}")
                ?? throw new UnreadableException("YouTube served a feed entry without a video's id"),
            Title = entry.Element(Atom + "title")?.Value ?? "",
            Author = entry.Element(Atom + "author")?.Element(Atom + "name")?.Value,
            PublishedAt = published,
            IsShort = entry
                .Elements(Atom + "link")
                .Any(link => link.Attribute("href")?.Value.Contains("/shorts/", StringComparison.Ordinal) == true),

            // The feed's "updated" moves with every change of the view count.
            UpdatedAt = published,
        };
    }

    private static DateTimeOffset Time(XElement entry, string name) =>
        DateTimeOffset.Parse(entry.Element(Atom + name)?.Value ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
