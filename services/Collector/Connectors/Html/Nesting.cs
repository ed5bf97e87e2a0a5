using System.Collections.Frozen;

namespace NewsEducator.Collector.Connectors.Html;

/// <summary>How far HTML can be parsed in linear time and in little memory: an HTML parser looks through all elements that are open at many
/// a tag.</summary>
internal static class Nesting
{
    /// <summary>Far above what pages have, careless ones that close nothing included.</summary>
    private const int MostOpen = 2_000;
    private const int MostTags = 100_000;
    private const int LongestName = 10;

    // These hold nothing, or end where the next one begins.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StaysFlat = VoidElements
        .Names.Union(["p", "li", "dt", "dd", "tr", "td", "th", "option"])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>The length of the beginning in which no more elements are open at once, nor more there at all; that of the whole where it
    /// is like any page.</returns>
    public static int Reach(ReadOnlySpan<char> html)
    {
        var (open, tags) = (0, 0);
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = Next(html, at))
        {
            var isEnd = html[at + 1] == '/';
            var name = NameAt(html[(isEnd ? at + 2 : at + 1)..]);
            tags += isEnd ? 0 : 1;
            if (tags > MostTags)
            {
                return at;
            }

            if (name.Length == 0 || StaysFlat.Contains(name))
            {
                continue;
            }

            open = isEnd ? Math.Max(0, open - 1) : open + 1;
            if (open > MostOpen)
            {
                return at;
            }
        }

        return html.Length;
    }

    private static int Next(ReadOnlySpan<char> html, int at)
    {
        var further = html[(at + 1)..].IndexOf('<');
        return further < 0 ? -1 : at + 1 + further;
    }

    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < LongestName && char.IsAsciiLetterOrDigit(tag[length]))
        {
            length++;
        }

        return tag[..length];
    }
}
