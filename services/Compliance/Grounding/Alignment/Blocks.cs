namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Cuts a text into paragraphs; headings, list items, table rows and lines of code are blocks of their own.</summary>
internal static class Blocks
{
    public static IEnumerable<(Range Span, bool IsHeading)> Of(string text)
    {
        int start = -1,
            end = 0;
        var inCode = false;
        foreach (var line in Lines(text))
        {
            var content = text[line].Trim();
            var isFence = content.StartsWith("```", StringComparison.Ordinal) || content.StartsWith("~~~", StringComparison.Ordinal);
            inCode ^= isFence;
            var isHeading = !inCode && content is ['#', ..] && content.TrimStart('#') is [' ', ..];
            var isAlone = inCode || isFence || isHeading || content is ['|', ..];
            if (start >= 0 && (content.Length == 0 || isAlone || BeginsItem(content)))
            {
                yield return (start..end, false);
                start = -1;
            }

            if (isAlone && content.Length > 0)
            {
                yield return (line, isHeading);
            }
            else if (content.Length > 0)
            {
                start = start < 0 ? line.Start.Value : start;
                end = line.End.Value;
            }
        }

        if (start >= 0)
        {
            yield return (start..end, false);
        }
    }

    private static bool BeginsItem(ReadOnlySpan<char> line) =>
        line is ['-' or '*' or '+', ' ', ..]
        || (line.IndexOfAnyExceptInRange('0', '9') is > 0 and var dot && line[dot..] is ['.' or ')', ' ', ..]);

    private static IEnumerable<Range> Lines(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var stop = text.IndexOf('\n', at);
            stop = stop < 0 ? text.Length : stop;
            yield return at..stop;
            at = stop + 1;
        }
    }
}
