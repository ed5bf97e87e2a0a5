using System.Buffers;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Tells what a line of Markdown is.</summary>
internal static class MarkdownLine
{
    private const int CodeIndent = 4;
    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("-=*_ :|");

    /// <param name="line">The line without its end.</param>
    /// <param name="contentAt">Where its words begin, behind indent and list marker.</param>
    public static LineKind Read(ReadOnlySpan<char> line, out int contentAt)
    {
        var indent = line.Length - line.TrimStart().Length;
        var words = line[indent..];
        contentAt = indent;
        if (words.IsWhiteSpace())
        {
            return LineKind.Blank;
        }

        if (FenceLength(words) > 0)
        {
            return LineKind.Fence;
        }

        var marker = MarkerLength(words);
        contentAt += marker;
        if (marker > 0)
        {
            return IsTickBox(words[marker..]) ? LineKind.Boilerplate : LineKind.ListItem;
        }

        return indent >= CodeIndent || IsBoilerplate(words) ? LineKind.Boilerplate : LineKind.Prose;
    }

    /// <returns>Length of the run of backticks or tildes that opens or closes a block, 0 where the line does neither.</returns>
    public static int FenceLength(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty || words[0] is not ('`' or '~'))
        {
            return 0;
        }

        var run = words.IndexOfAnyExcept(words[0]);
        run = run < 0 ? words.Length : run;
        var isInlineCode = words[0] == '`' && words[run..].Contains('`');
        return run >= 3 && !isInlineCode ? run : 0;
    }

    private static bool IsBoilerplate(ReadOnlySpan<char> words) =>
        words[0] is '#' or '|' or '>' or '<' || words.IndexOfAnyExcept(RuleMarks) < 0 || words.StartsWith("![") || words.Count('|') >= 3;

    private static bool IsTickBox(ReadOnlySpan<char> words) => words is ['[', ' ' or 'x' or 'X', ']', ..];

    private static int MarkerLength(ReadOnlySpan<char> words)
    {
        if (words is ['-' or '*' or '+' or '•', ' ', ..])
        {
            return 2;
        }

        var digits = words.IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && words[digits..] is ['.' or ')', ' ', ..] ? digits + 2 : 0;
    }
}
