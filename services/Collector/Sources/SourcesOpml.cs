using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NewsEducator.Collector.Sources;

/// <summary>Sources as other feed readers exchange them (OPML 2.0). What is no feed is kept in attributes of our own, which others
/// ignore.</summary>
internal static class SourcesOpml
{
    public const string MediaType = "text/x-opml";

    private static readonly XNamespace Own = "urn:news-educator:sources";

    private static readonly XmlReaderSettings Hardened = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
    };

    public static bool IsOpml(string file) => file.AsSpan().TrimStart('\uFEFF').TrimStart().StartsWith("<", StringComparison.Ordinal);

    public static string Write(IEnumerable<Source> sources)
    {
        var document = new XDocument(
            new XElement(
                "opml",
                new XAttribute("version", "2.0"),
                new XAttribute(XNamespace.Xmlns + "news", Own),
                new XElement("head", new XElement("title", "NewsEducator")),
                new XElement("body", sources.Select(Outline))
            )
        );
        var text = new Utf8Writer();
        document.Save(text);
        return text.ToString();
    }

    /// <param name="file">The file.</param>
    /// <param name="stored">What there is: a foreign feed that is one of them is that one as it is, and takes no other's id.</param>
    /// <returns>In the file's order; each id once.</returns>
    /// <exception cref="XmlException">It is no XML.</exception>
    public static IReadOnlyList<SourcesFile.Entry> Read(string file, IReadOnlyCollection<Source>? stored = null)
    {
        using var reader = XmlReader.Create(new StringReader(file), Hardened);
        var rows = XDocument
            .Load(reader)
            .Descendants("outline")
            .Select(SettingsOf)
            .OfType<(string? Id, SourceSettings Settings)>()
            .DistinctBy(row => (row.Settings.Kind, row.Settings.Target))
            .ToList();
        var known = (stored ?? []).ToLookup(source => (source.Kind, source.Target));
        var own = rows.Select(row => row.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var taken = (stored ?? []).Select(source => source.Id).Concat(own).ToHashSet(StringComparer.Ordinal);
        var read = new HashSet<string>(StringComparer.Ordinal);
        return [.. rows.Select(EntryOf)];

        SourcesFile.Entry EntryOf((string? Id, SourceSettings Settings) row) =>
            row.Id is { } id ? new(read.Add(id) ? id : Free(id, taken), row.Settings)
            : known[(row.Settings.Kind, row.Settings.Target)].FirstOrDefault(source => !own.Contains(source.Id)) is { } same
                ? new(same.Id, same.Settings)
            : new(Free(RecogniseSource.IdOf(row.Settings.Kind, row.Settings.Target), taken), row.Settings);
    }

    private static XElement Outline(Source source) =>
        new(
            "outline",
            new XAttribute("text", source.Id),
            source.Kind == "feed" ? [new XAttribute("type", "rss"), new XAttribute("xmlUrl", source.Target)] : (object[])[],
            new XAttribute(Own + "id", source.Id),
            new XAttribute(Own + "kind", source.Kind),
            new XAttribute(Own + "target", source.Target),
            new XAttribute(Own + "interval", Duration.Write(source.Interval)),
            new XAttribute(Own + "enabled", source.Enabled)
        );

    /// <returns>With an id of our own, or none where another reader wrote it; null where it is no source.</returns>
    private static (string? Id, SourceSettings Settings)? SettingsOf(XElement outline)
    {
        var interval =
            (string?)outline.Attribute(Own + "interval") is { } written && Duration.TryParse(written, out var read)
                ? read
                : SourceRules.DefaultInterval;
        return ((string?)outline.Attribute(Own + "kind"), (string?)outline.Attribute("xmlUrl")) switch
        {
            ({ } kind, _) when (string?)outline.Attribute(Own + "target") is { } target => (
                (string?)outline.Attribute(Own + "id"),
                new SourceSettings(kind, target, interval, (string?)outline.Attribute(Own + "enabled") != "false")
            ),
            (_, { } feed) => (null, new SourceSettings("feed", feed, interval, Enabled: true)),
            _ => null,
        };
    }

    private static string Free(string id, HashSet<string> taken)
    {
        var free = id;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = $"{id[..Math.Min(id.Length, 60)]}-{number}";
        }

        return free;
    }

    private sealed class Utf8Writer : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
