using System.Text;

namespace NewsEducator.Contracts;

/// <summary>Plain text as inline Markdown that does nothing, and back: the one place where text of strangers is written into
/// notes.</summary>
/// <remarks>
/// Escaped is what CommonMark, GFM, a notes program or one of its common plug-ins would take for markup or run: emphasis, links, embeds,
/// HTML, entities, bare URLs, tags, highlights, comments, formulas, fields, queries, templates. Code spans stay as they are unless
/// something runs them. <c>Unescape(Escape(x)) == x</c> for every line x of <see cref="PlainText.Line"/>.
/// </remarks>
public static class MarkdownText
{
    /// <param name="line">One line; of a text with several the line ends become blanks.</param>
    public static string Escape(string line)
    {
        line = line.AsSpan().ContainsAny('\r', '\n') ? line.ReplaceLineEndings(" ") : line;
        var markdown = new StringBuilder(line.Length + 16);
        for (var at = 0; at < line.Length; )
        {
            var span = line[at] == '`' ? CodeSpanLength(line, at) : 0;
            var isInert = span > 0 && !LiveCode.Is(line.AsSpan(at, span));
            var length =
                isInert ? span
                : span > 0 ? span
                : line[at] == '`' ? RunLength(line, at)
                : 1;
            if (isInert)
            {
                markdown.Append(line, at, length);
            }
            else
            {
                AppendEscaped(markdown, line, at, at + length);
            }

            at += length;
        }

        return markdown.ToString();
    }

    public static string Unescape(string markdown)
    {
        var line = new StringBuilder(markdown.Length);
        for (var at = 0; at < markdown.Length; )
        {
            if (markdown[at] == '`')
            {
                var run = Math.Max(CodeSpanLength(markdown, at), RunLength(markdown, at));
                line.Append(markdown, at, run);
                at += run;
                continue;
            }

            var escaped = markdown[at] == '\\' && at + 1 < markdown.Length && IsAsciiPunctuation(markdown[at + 1]);
            line.Append(markdown[escaped ? at + 1 : at]);
            at += escaped ? 2 : 1;
        }

        return line.ToString();
    }

    /// <summary>An address as it may stand bare in a note, between brackets or in front matter: what Markdown would read is
    /// percent-encoded.</summary>
    public static string Address(string url)
    {
        var address = new StringBuilder(url.Length);
        for (var at = 0; at < url.Length; at++)
        {
            var isDoubled = url[at] is '=' or '~' or ':' or '_' or '%' && at > 0 && url[at - 1] == url[at];
            var isMarkup =
                url[at] is '[' or ']' or '(' or ')' or '*' or '`' or '|' or '\\' or '<' or '>' or '"' or '^' or '{' or '}' or '$' or ' ';
            var isAtEnd = url[at] == ':' && at == url.Length - 1;
            address.Append(isDoubled || isMarkup || isAtEnd ? Uri.HexEscape(url[at]) : url[at].ToString());
        }

        return address.ToString();
    }

    private static void AppendEscaped(StringBuilder markdown, string line, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (line[at] == '`' || IsMarkup(line, at))
            {
                markdown.Append('\\');
            }

            markdown.Append(line[at]);
        }
    }

    /// <returns>Length of the code span that opens here with its fences, 0 where none does.</returns>
    private static int CodeSpanLength(string text, int at)
    {
        var fence = RunLength(text, at);
        for (var next = text.IndexOf('`', at + fence); next >= 0; next = text.IndexOf('`', next))
        {
            var run = RunLength(text, next);
            next += run;
            if (run == fence)
            {
                return next - at;
            }
        }

        return 0;
    }

    private static int RunLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == '`')
        {
            end++;
        }

        return end - at;
    }

    private static bool IsMarkup(string text, int at)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '\\' or '[' or ']' or '<' or '>' or '*' or '~' or '$' or '|' => true,
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            '#' => !char.IsLetterOrDigit(before),
            '^' => before == ' ',
            '=' => before == '=' || after == '=',
            '%' => before is '%' or '<' or '{' || after is '%' or '>' or '}',
            '{' => before == '{' || after is '{' or '%',
            '&' => char.IsAsciiLetterOrDigit(after) || after == '#',
            ':' => after is '/' or ':' || before == ':',
            '-' or '+' => at == 0,
            '.' => IsBehindWww(text, at) || (after == ' ' && IsListNumber(text, at)),
            ')' => after == ' ' && IsListNumber(text, at),
            _ => false,
        };
    }

    private static bool IsBehindWww(string text, int at) =>
        at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    private static bool IsListNumber(string text, int at) => at is > 0 and < 10 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsAsciiPunctuation(char c) => c < 128 && (char.IsPunctuation(c) || char.IsSymbol(c));
}
