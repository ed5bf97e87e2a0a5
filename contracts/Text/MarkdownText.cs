using System.Text;

namespace NewsEducator.Contracts;

/// <summary>Plain text as inline Markdown and back. Code spans in backticks stay as they are; nothing else is markup.</summary>
/// <remarks>
/// Escaped is what CommonMark, GFM or a notes program would take for markup: emphasis, links, HTML, entities, bare URLs, tags,
/// highlights, comments and formulas. <c>Unescape(Escape(x)) == x</c> for every line x of <see cref="PlainText.Line"/>.
/// </remarks>
public static class MarkdownText
{
    public static string Escape(string line)
    {
        var markdown = new StringBuilder(line.Length + 16);
        for (var at = 0; at < line.Length;)
        {
            if (line[at] == '`')
            {
                var span = CodeSpanLength(line, at);
                var run = span > 0 ? span : RunLength(line, at);
                markdown.Append(span > 0 ? line.AsSpan(at, span) : string.Concat(Enumerable.Repeat("\\`", run)));
                at += run;
                continue;
            }

            if (IsMarkup(line, at))
            {
                markdown.Append('\\');
            }

            markdown.Append(line[at++]);
        }

        return markdown.ToString();
    }

    public static string Unescape(string markdown)
    {
        var line = new StringBuilder(markdown.Length);
        for (var at = 0; at < markdown.Length;)
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
            '#' => before is ' ' or '#',
            '^' => before == ' ',
            '=' => before == '=' || after == '=',
            '%' => before == '%' || after == '%',
            '&' => char.IsAsciiLetterOrDigit(after) || after == '#',
            ':' => after is '/' or ':',
            '.' => at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static bool IsAsciiPunctuation(char c) => c < 128 && (char.IsPunctuation(c) || char.IsSymbol(c));
}
