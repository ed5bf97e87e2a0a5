using System.Text;
using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors.Feeds.Xml;

/// <summary>
/// Bytes as text: by the mark at their start, as UTF-8 where they are that, by the charset of the answer or the declaration inside; what
/// is none of these was written on Windows.
/// </summary>
internal static partial class FeedEncoding
{
    private const int LongestDeclaration = 256;

    // Of so many letters one may be broken: more, and the text was written in something else.
    private const int MostDamaged = 20;

    static FeedEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="bytes">The body.</param>
    /// <param name="charsets">What the answer's Content-Type and the document say, if they do; any of them may be wrong.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, params ReadOnlySpan<string?> charsets)
    {
        var text = (Marked(bytes) ?? Unmarked(bytes)) is { } certain
            ? certain.Encoding.GetString(bytes[certain.Mark..])
            : Guess(bytes, [.. charsets, Declared(bytes)]);
        return text.Replace("\0", "", StringComparison.Ordinal);
    }

    /// <returns>Null for a name that is none.</returns>
    public static Encoding? Named(string? name)
    {
        try
        {
            return string.IsNullOrWhiteSpace(name) ? null : Widest(Encoding.GetEncoding(name.Trim().Trim('"', '\'').Replace('_', '-')));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static (Encoding Encoding, int Mark)? Marked(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            _ => null,
        };

    // "<" in each of the wide encodings.
    private static (Encoding Encoding, int Mark)? Unmarked(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0x3C, 0, 0, 0, ..] => (Encoding.UTF32, 0),
            [0, 0, 0, 0x3C, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 0),
            [0x3C, 0, _, 0, ..] => (Encoding.Unicode, 0),
            [0, 0x3C, 0, _, ..] => (Encoding.BigEndianUnicode, 0),
            _ => null,
        };

    private static string Guess(ReadOnlySpan<byte> bytes, ReadOnlySpan<string?> charsets)
    {
        if (Ascii.IsValid(bytes))
        {
            // All bytes below 0x80 may still be ISO-2022-JP.
            return (Escapes(bytes) ? Named(FirstOf(charsets)) : null)?.GetString(bytes) ?? Encoding.ASCII.GetString(bytes);
        }

        // Bytes that happen to be valid UTF-8 are UTF-8, whatever somebody's template says, and one cut in the middle of a letter still is.
        if (Utf8Damage.Of(bytes).IsUtf8(SaysUtf8(charsets)))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        foreach (var charset in charsets)
        {
            if (Named(charset) is { } encoding && Decode(encoding, bytes) is { } text)
            {
                return text;
            }
        }

        return Decode(Named("gb18030")!, bytes) is { } chinese && ChineseText.Is(chinese)
            ? chinese
            : Named("windows-1252")!.GetString(bytes);
    }

    /// <returns>Null where the bytes are something else: a wide encoding that they do not show is a mistake of whoever declared
    /// it.</returns>
    private static string? Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        if (encoding is UnicodeEncoding or UTF32Encoding or UTF8Encoding)
        {
            return null;
        }

        var text = Replacing(encoding).GetString(bytes);
        var (letters, damaged) = (text.Count(letter => letter > '\x7F'), text.Count(letter => letter == '\uFFFD'));
        return damaged * MostDamaged <= letters ? text : null;
    }

    private static bool SaysUtf8(ReadOnlySpan<string?> charsets)
    {
        foreach (var charset in charsets)
        {
            if (Named(charset) is UTF8Encoding)
            {
                return true;
            }
        }

        return false;
    }

    private static string? FirstOf(ReadOnlySpan<string?> charsets)
    {
        foreach (var charset in charsets)
        {
            if (Named(charset) is not null)
            {
                return charset;
            }
        }

        return null;
    }

    private static bool Escapes(ReadOnlySpan<byte> bytes) => bytes.Contains((byte)0x1B);

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LongestDeclaration)]);
        return Declaration().Match(start) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    private static Encoding Replacing(Encoding encoding) =>
        Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));

    // Pages say Latin-1, GB2312 and KS C 5601 and use their larger sisters.
    private static Encoding Widest(Encoding encoding) =>
        encoding.CodePage switch
        {
            28591 or 20127 => Encoding.GetEncoding(1252),
            936 or 20936 => Encoding.GetEncoding("gb18030"),
            51949 => Encoding.GetEncoding(949),
            _ => encoding,
        };

    [GeneratedRegex(
        @"<\?xml[^>]{0,200}?encoding\s*=\s*[""'](?<name>[\w.:-]{1,40})[""']",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Declaration();
}
