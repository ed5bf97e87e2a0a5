using System.Buffers;
using System.Net;

namespace NewsEducator.Collector.Connectors.Feeds.Xml;

/// <summary>The inside of a start tag.</summary>
internal static class LooseTag
{
    public static readonly IReadOnlyDictionary<string, string> NoAttributes = new Dictionary<string, string>();

    private const int MostAttributes = 64;
    private const int LongestValue = 65_536;

    private static readonly SearchValues<char> EndsName = SearchValues.Create(" \t\r\n/>=<\"'");

    public static ReadOnlySpan<char> ReadName(string text, int at)
    {
        var rest = text.AsSpan(at);
        return rest.IndexOfAny(EndsName) is >= 0 and var end ? rest[..end] : rest;
    }

    /// <summary>Reads up to and over the end of the tag; the first of two attributes of a name counts, and nothing beyond the caps is
    /// kept.</summary>
    public static IReadOnlyDictionary<string, string> ReadAttributes(string text, ref int at, LooseEntities entities, out bool isEmpty)
    {
        Dictionary<string, string>? attributes = null;
        isEmpty = false;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '>':
                    at++;
                    return attributes ?? NoAttributes;
                case '<':
                    // The tag was never closed; here the next one begins.
                    return attributes ?? NoAttributes;
                case '/':
                    isEmpty = at + 1 < text.Length && text[at + 1] == '>';
                    at++;
                    break;
                case var letter when char.IsWhiteSpace(letter) || EndsName.Contains(letter):
                    at++;
                    break;
                default:
                    attributes ??= new(StringComparer.OrdinalIgnoreCase);
                    ReadAttribute(text, ref at, entities, attributes.Count < MostAttributes ? attributes : null);
                    break;
            }
        }

        return attributes ?? NoAttributes;
    }

    /// <summary>Entities of XML, HTML and the document itself; what is none stays as written.</summary>
    public static string Decode(string raw, LooseEntities entities) =>
        Mojibake.Repair(raw.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(entities.Expand(raw)) : raw);

    private static void ReadAttribute(string text, ref int at, LooseEntities entities, Dictionary<string, string>? attributes)
    {
        var name = ReadName(text, at);
        at += name.Length;
        SkipBlanks(text, ref at);
        if (at >= text.Length || text[at] != '=')
        {
            attributes?.TryAdd(name.ToString(), name.ToString());
            return;
        }

        at++;
        SkipBlanks(text, ref at);
        var value = ReadValue(text, ref at);
        attributes?.TryAdd(name.ToString(), Decode(value[..Math.Min(value.Length, LongestValue)].ToString(), entities));
    }

    private static ReadOnlySpan<char> ReadValue(string text, ref int at)
    {
        if (at < text.Length && text[at] is '"' or '\'')
        {
            var close = text.IndexOf(text[at], at + 1);
            var value = text.AsSpan()[(at + 1)..(close < 0 ? text.Length : close)];
            at = close < 0 ? text.Length : close + 1;
            return value;
        }

        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] != '>')
        {
            at++;
        }

        return text.AsSpan(start, at - start);
    }

    private static void SkipBlanks(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }
}
