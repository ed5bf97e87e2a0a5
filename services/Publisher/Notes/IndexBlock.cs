using System.Globalization;
using System.Text;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Coverage;

namespace NewsEducator.Publisher.Notes;

/// <summary>The product's block of the index note; the rest of the note is people's own and kept byte for byte.</summary>
internal static class IndexBlock
{
    public const string Begin = "<!-- news-educator:begin -->";
    public const string End = "<!-- news-educator:end -->";

    /// <param name="note">The note as it is; empty if it does not exist.</param>
    /// <param name="digests">Newest first.</param>
    /// <param name="coverage">Which concepts they covered.</param>
    /// <param name="noteName">A digest's note name with <c>{date}</c>.</param>
    /// <exception cref="InvalidDataException">The markers do not stand once each, in order.</exception>
    public static byte[] Rewrite(byte[] note, IReadOnlyList<IndexedDigest> digests, CoverageMap coverage, string noteName)
    {
        var newLine = NewLineOf(note);
        return Put(note, Render(digests, coverage, noteName, newLine), newLine);
    }

    /// <summary>The block of one note in another, whose own text stays.</summary>
    /// <param name="from">Holds the block.</param>
    /// <param name="into">Gets it; empty if it does not exist.</param>
    /// <returns>Null where either holds no such block, or its markers are broken.</returns>
    public static byte[]? Transplant(byte[] from, byte[] into)
    {
        var (begin, end) = Find(from);
        if (!IsWhole(from, begin, end) || (Find(into) is not (< 0, < 0) and var (first, last) && !IsWhole(into, first, last)))
        {
            return null;
        }

        var newLine = NewLineOf(into.Length == 0 ? from : into);
        var block = Encoding.UTF8.GetString(from, begin, end - begin) + End;
        return Put(into, block.ReplaceLineEndings(newLine), newLine);
    }

    private static byte[] Put(byte[] note, string text, string newLine)
    {
        var (begin, end) = Find(note);
        var block = Encoding.UTF8.GetBytes(text);
        if (begin < 0 && end < 0)
        {
            var gap =
                note.Length == 0 ? "# 资讯索引\n\n"
                : note[^1] == '\n' ? ""
                : newLine;
            return [.. note, .. Encoding.UTF8.GetBytes(gap), .. block, .. Encoding.UTF8.GetBytes(newLine)];
        }

        if (!IsWhole(note, begin, end))
        {
            throw new InvalidDataException(
                $"The index note must hold '{Begin}' and '{End}' once each, in this order; mend the note, it is written again by itself."
            );
        }

        return [.. note.AsSpan(0, begin), .. block, .. note.AsSpan(end + Encoding.UTF8.GetByteCount(End))];
    }

    private static string Render(IReadOnlyList<IndexedDigest> digests, CoverageMap coverage, string noteName, string newLine)
    {
        var block = new StringBuilder(Begin).Append(newLine);
        foreach (var digest in digests)
        {
            block.Append(CultureInfo.InvariantCulture, $"- [[{NameOf(digest.Date, noteName)}]]（{digest.Items} 条）{newLine}");
        }

        AppendCoverage(block, coverage, noteName, newLine);
        return block.Append(End).ToString();
    }

    private static void AppendCoverage(StringBuilder block, CoverageMap coverage, string noteName, string newLine)
    {
        if (coverage.Count == 0)
        {
            return;
        }

        block.Append(
            CultureInfo.InvariantCulture,
            $"{newLine}### 概念覆盖（讲过 {coverage.Covered.Count} / 共 {coverage.Count}）{newLine}{newLine}"
        );
        foreach (var concept in coverage.Covered)
        {
            var (last, longAgo) = (NameOf(concept.Dates[0], noteName), coverage.IsLongAgo(concept) ? "，久未讲到" : "");
            block.Append(
                CultureInfo.InvariantCulture,
                $"- {MarkdownText.Escape(concept.Name)}：{concept.Items} 条，最近 [[{last}]]{longAgo}{newLine}"
            );
        }

        if (coverage.Gaps.Count > 0)
        {
            var gaps = string.Join('、', coverage.Gaps.Select(concept => MarkdownText.Escape(concept.Name)));
            block.Append(CultureInfo.InvariantCulture, $"- 还没讲到：{gaps}{newLine}");
        }
    }

    private static string NameOf(DateOnly date, string noteName) =>
        noteName.Replace("{date}", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static (int Begin, int End) Find(byte[] note) =>
        (note.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Begin)), note.AsSpan().IndexOf(Encoding.UTF8.GetBytes(End)));

    private static bool IsWhole(byte[] note, int begin, int end) =>
        begin >= 0 && end > begin && Count(note, Begin) == 1 && Count(note, End) == 1;

    private static string NewLineOf(byte[] note) => note.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";

    private static int Count(byte[] note, string marker) => Encoding.UTF8.GetString(note).Split(marker).Length - 1;
}

/// <summary>A digest in the index.</summary>
internal sealed record IndexedDigest(DateOnly Date, int Items);
