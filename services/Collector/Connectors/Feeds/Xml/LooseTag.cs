using System.Net;
using System.Text;

namespace NewsEducator.Collector.Connectors.Feeds.Xml;

/// <summary>The inside of a start tag.</summary>
internal static class LooseTag
{
    private const string EndsName = " \t\r\n/>=<\"'";

    public static string ReadName(string text, int at)
    {
        var end = at;
        while (end < text.Length && !EndsName.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        return text[at..end];
    }

    /// <summary>Reads up to and over the end of the tag; the first of two attributes of a name counts.</summary>
    public static Dictionary<string, string> ReadAttributes(string text, ref int at, out bool isEmpty)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        isEmpty = false;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '>':
                    at++;
                    return attributes;
                case '<':
                    // The tag was never closed; here the next one begins.
                    return attributes;
                case '/':
                    isEmpty = at + 1 < text.Length && text[at + 1] == '>';
                    at++;
                    break;
                case var letter when char.IsWhiteSpace(letter) || EndsName.Contains(letter, StringComparison.Ordinal):
                    at++;
                    break;
                default:
                    ReadAttribute(text, ref at, attributes);
                    break;
            }
        }

        return attributes;
    }

    /// <summary>Entities of XML and HTML; what is none stays as written.</summary>
    public static string Decode(string raw) => Mojibake.Repair(raw.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(raw) : raw);

    private static void ReadAttribute(string text, ref int at, Dictionary<string, string> attributes)
    {
        var name = ReadName(text, at);
        at += name.Length;
        SkipBlanks(text, ref at);
        if (at >= text.Length || text[at] != '=')
        {
            attributes.TryAdd(name, name);
            return;
        }

        at++;
        SkipBlanks(text, ref at);
        attributes.TryAdd(name, Decode(ReadValue(text, ref at)));
    }

    private static string ReadValue(string text, ref int at)
    {
        if (at < text.Length && text[at] is '"' or '\'')
        {
            var close = text.IndexOf(text[at], at + 1);
            var value = text[(at + 1)..(close < 0 ? text.Length : close)];
            at = close < 0 ? text.Length : close + 1;
            return value;
        }

        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] != '>')
        {
            at++;
        }

        return text[start..at];
    }

    private static void SkipBlanks(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }
}
