using System.Text;
using System.Text.RegularExpressions;
using NewsEducator.Collector.Connectors.Feeds.Xml;

namespace NewsEducator.Collector.Connectors.Articles;

/// <summary>A page's bytes as text; a page says its charset in a meta element where a feed has an XML declaration.</summary>
internal static partial class PageEncoding
{
    private const int Head = 4096;

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s*=\s*[""']?(?<name>[\w.:-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meta();

    public static string Decode(byte[] bytes, string? charset) => FeedEncoding.Decode(bytes, charset, Declared(bytes));

    private static string? Declared(byte[] bytes) =>
        Meta().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(Head, bytes.Length))) is { Success: true } match
            ? match.Groups["name"].Value
            : null;
}
