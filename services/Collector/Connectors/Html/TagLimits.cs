using System.Buffers;
using System.Text;

namespace NewsEducator.Collector.Connectors.Html;

/// <summary>Caps what one tag may hold before a parser reads it: an attribute costs many times its bytes once parsed.</summary>
internal static class TagLimits
{
    // Tags of real pages are shorter, but for images that lie in the page itself.
    private const int LongTag = 4_096;
    private const int MostAttributes = 64;
    private const int LongestValue = 2_048;

    private static readonly SearchValues<char> EndsName = SearchValues.Create(" \t\r\n/>");
    private static readonly SearchValues<char> EndsAttribute = SearchValues.Create(" \t\r\n>=");
    private static readonly SearchValues<char> EndsValue = SearchValues.Create(" \t\r\n>");

    /// <returns>The same text where no tag is that long.</returns>
    public static string Apply(string html)
    {
        StringBuilder? kept = null;
        var from = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; )
        {
            var end = char.IsAsciiLetter(html[at + 1]) ? EndOf(html, at) : at + 1;
            if (end - at > LongTag)
            {
                kept ??= new StringBuilder(Math.Min(html.Length, 1 << 20));
                kept.Append(html, from, at - from);
                AppendShort(kept, html.AsSpan(at, end - at));
                from = end;
            }

            at = end < html.Length ? html.IndexOf('<', end) : -1;
        }

        return kept is null ? html : kept.Append(html, from, html.Length - from).ToString();
    }

    /// <returns>Right behind the tag; the end of the text where it is never closed.</returns>
    private static int EndOf(string html, int at)
    {
        var quote = '\0';
        for (at++; at < html.Length; at++)
        {
            var letter = html[at];
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is '"' or '\'' && html[at - 1] is '=' or ' ' or '\t' or '\n')
            {
                quote = letter;
            }
            else if (letter == '>')
            {
                return at + 1;
            }
        }

        return html.Length;
    }

    private static void AppendShort(StringBuilder kept, ReadOnlySpan<char> tag)
    {
        var name = tag.IndexOfAny(EndsName);
        kept.Append(tag[..(name < 0 ? tag.Length : name)][..Math.Min(name < 0 ? tag.Length : name, 64)]);
        var rest = name < 0 ? [] : tag[name..];
        for (var count = 0; count < MostAttributes && !rest.IsEmpty; count++)
        {
            rest = rest.TrimStart();
            var attribute = rest[..EndOfAttribute(rest)];
            if (attribute.Length <= LongestValue && !attribute.ContainsAny("<>"))
            {
                kept.Append(' ').Append(attribute);
            }

            rest = rest[attribute.Length..];
        }

        kept.Append('>');
    }

    private static int EndOfAttribute(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(EndsAttribute);
        if (end < 0 || text[end] != '=')
        {
            return end < 0 ? text.Length : Math.Max(end, Math.Min(1, text.Length));
        }

        var value = end + 1;
        if (value < text.Length && text[value] is '"' or '\'')
        {
            var close = text[(value + 1)..].IndexOf(text[value]);
            return close < 0 ? text.Length : value + close + 2;
        }

        var blank = text[value..].IndexOfAny(EndsValue);
        return blank < 0 ? text.Length : value + blank;
    }
}
