using System.Globalization;
using System.Text;

namespace NewsEducator.Publisher.Notes;

/// <summary>The product's block of the index note; the rest of the note is people's own and kept byte for byte.</summary>
internal static class IndexBlock
{
    public const string Begin = "<!-- news-educator:begin -->";
    public const string End = "<!-- news-educator:end -->";

    /// <param name="note">The note as it is; empty where there is none.</param>
    /// <param name="digests">Newest first.</param>
    /// <param name="noteName">A digest's note name with <c>{date}</c>.</param>
    /// <exception cref="InvalidDataException">The markers do not stand once each, in order.</exception>
    public static byte[] Rewrite(byte[] note, IReadOnlyList<IndexedDigest> digests, string noteName)
    {
        var begin = note.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Begin));
        var end = note.AsSpan().IndexOf(Encoding.UTF8.GetBytes(End));
        var newLine = note.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
        var block = Encoding.UTF8.GetBytes(Render(digests, noteName, newLine));
        if (begin < 0 && end < 0)
        {
            var gap = note.Length == 0 ? "# 资讯索引\n\n" : note[^1] == '\n' ? "" : newLine;
            return [.. note, .. Encoding.UTF8.GetBytes(gap), .. block, .. Encoding.UTF8.GetBytes(newLine)];
        }

        if (begin < 0 || end < begin || Count(note, Begin) > 1 || Count(note, End) > 1)
        {
            throw new InvalidDataException($"The index note must hold '{Begin}' and '{End}' once each, in this order; mend the note, it is written again by itself.");
        }

        return [.. note.AsSpan(0, begin), .. block, .. note.AsSpan(end + Encoding.UTF8.GetByteCount(End))];
    }

    private static string Render(IReadOnlyList<IndexedDigest> digests, string noteName, string newLine)
    {
        var block = new StringBuilder(Begin).Append(newLine);
        foreach (var digest in digests)
        {
            var name = noteName.Replace("{date}", digest.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
            block.Append(CultureInfo.InvariantCulture, $"- [[{name}]]（{digest.Items} 条）{newLine}");
        }

        return block.Append(End).ToString();
    }

    private static int Count(byte[] note, string marker) => Encoding.UTF8.GetString(note).Split(marker).Length - 1;
}

/// <summary>A digest in the index.</summary>
internal sealed record IndexedDigest(DateOnly Date, int Items);
