using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Finds the paragraphs of a section; code, logs, tables, quotes, comments, folded blocks and headings are left out.</summary>
internal static class Prose
{
    // A page that lost its line breaks is one paragraph; it is read in pieces that end with a sentence.
    private const int LongestParagraph = 4_000;

    /// <returns>Spans of the snapshot's text, in order; of a paragraph without sentences, which is pasted data, none.</returns>
    public static IEnumerable<Range> Paragraphs(Snapshot snapshot, SnapshotSection section) =>
        Read(snapshot.Text, section).SelectMany(paragraph => Pieces(snapshot.Text, paragraph.Start.Value, paragraph.End.Value));

    private static IEnumerable<Range> Pieces(string text, int start, int end)
    {
        while (end - start > LongestParagraph)
        {
            var piece = text.AsSpan(start, LongestParagraph);
            var stop = Math.Max(piece.LastIndexOf(". "), piece.LastIndexOf('。'));
            if (stop < 0)
            {
                yield break;
            }

            yield return start..(start + stop + 1);
            start += stop + 1;
        }

        yield return start..end;
    }

    private static IEnumerable<Range> Read(string text, SnapshotSection section)
    {
        var end = section.Start + section.Length;
        var (fence, folded) = (0, 0);
        var inComment = false;
        Range? open = null;
        for (var at = section.Start; at < end; )
        {
            var stop = LineEnd(text, at, end);
            var line = text.AsSpan(at, stop - at);
            var kind = MarkdownLine.Read(line, out var contentAt);
            var fenceHere = kind == LineKind.Fence ? MarkdownLine.FenceLength(line.TrimStart()) : 0;
            inComment |= fence == 0 && line.Contains("<!--", StringComparison.Ordinal);
            folded += fence == 0 && line.TrimStart().StartsWith("<details", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            var isWords = fence == 0 && !inComment && folded == 0 && kind is (LineKind.Prose or LineKind.ListItem);
            folded -= fence == 0 && folded > 0 && line.Contains("</details", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            inComment &= !line.Contains("-->", StringComparison.Ordinal);
            fence =
                fence == 0 ? fenceHere
                : fenceHere >= fence ? 0
                : fence;

            var continues = isWords && kind == LineKind.Prose && section.Kind != SectionKind.Transcript;
            if (open is { } paragraph && !continues)
            {
                yield return paragraph;
                open = null;
            }

            if (isWords)
            {
                open = (open?.Start ?? at + contentAt)..stop;
            }

            at = stop + 1;
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static int LineEnd(string text, int at, int end)
    {
        var stop = text.IndexOf('\n', at, end - at);
        return stop < 0 ? end : stop;
    }
}
