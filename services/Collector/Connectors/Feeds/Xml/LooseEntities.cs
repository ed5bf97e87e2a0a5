using System.Text;
using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors.Feeds.Xml;

/// <summary>
/// The entities that a document declares for itself. Only short texts count, none that names others,
/// and all of a document together expand to a page at most: there is nothing to blow up.
/// </summary>
internal sealed partial class LooseEntities
{
    public static readonly LooseEntities None = new([]);

    private const int Most = 64;
    private const int LongestExpansion = 65_536;

    private readonly Dictionary<string, string> _texts;
    private int _left = LongestExpansion;

    private LooseEntities(Dictionary<string, string> texts) => _texts = texts;

    /// <param name="subset">What stands between the brackets of a document type.</param>
    public static LooseEntities In(ReadOnlySpan<char> subset)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Declaration().Matches(subset.ToString()).Take(Most))
        {
            texts.TryAdd(match.Groups["name"].Value, match.Groups["text"].Value);
        }

        return texts.Count == 0 ? None : new LooseEntities(texts);
    }

    public string Expand(string raw)
    {
        if (_texts.Count == 0)
        {
            return raw;
        }

        var expanded = new StringBuilder();
        var at = 0;
        foreach (Match match in Reference().Matches(raw))
        {
            if (_texts.TryGetValue(match.Groups["name"].Value, out var text) && text.Length <= _left)
            {
                expanded.Append(raw, at, match.Index - at).Append(text);
                at = match.Index + match.Length;
                _left -= text.Length;
            }
        }

        return expanded.Append(raw, at, raw.Length - at).ToString();
    }

    /// <summary>&lt;!ENTITY id "tag:example.org,2006:"&gt;</summary>
    [GeneratedRegex(
        """<!ENTITY\s{1,20}(?<name>[\w.-]{1,40})\s{1,20}("(?<text>[^"<&%]{0,200})"|'(?<text>[^'<&%]{0,200})')\s{0,20}>""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Declaration();

    [GeneratedRegex("&(?<name>[\\w.-]{1,40});", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
