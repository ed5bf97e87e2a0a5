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
        var block = Encoding.UTF8.GetBytes(Render(digests, noteName));
        if (begin < 0 && end < 0)
        {
            return [.. note, .. Gap(note), .. block, .. "\n"u8];
        }

        if (begin < 0 || end < begin || Count(note, Begin) > 1 || Count(note, End) > 1)
        {
            throw new InvalidDataException($"The index note must hold '{Begin}' and '{End}' once each, in this order; mend the note, then send the message again.");
        }

        return [.. note.AsSpan(0, begin), .. block, .. note.AsSpan(end + Encoding.UTF8.GetByteCount(End))];
    }

    private static string Render(IReadOnlyList<IndexedDigest> digests, string noteName)
    {
        var block = new StringBuilder(Begin).Append('\n');
        foreach (var digest in digests)
        {
            var name = noteName.Replace("{date}", digest.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
            block.Append(CultureInfo.InvariantCulture, $"- [[{name}]]（{digest.Items} 条）\n");
        }

        return block.Append(End).ToString();
    }

    private static byte[] Gap(byte[] note) => note.Length == 0 ? "# 资讯索引\n\n"u8.ToArray() : note[^1] == '\n' ? [] : "\n"u8.ToArray();

    private static int Count(byte[] note, string marker) => Encoding.UTF8.GetString(note).Split(marker).Length - 1;
}

/// <summary>A digest in the index.</summary>
internal sealed record IndexedDigest(DateOnly Date, int Items);
