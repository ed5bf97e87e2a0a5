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
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static FeedEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="bytes">The body.</param>
    /// <param name="charset">Of the answer's Content-Type, if it has one.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        var text = (Marked(bytes) ?? Unmarked(bytes)) is { } certain
            ? certain.Encoding.GetString(bytes[certain.Mark..])
            : Guess(bytes, charset);
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

    private static (Encoding Encoding, int Mark)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        _ => null,
    };

    // "<" in each of the wide encodings.
    private static (Encoding Encoding, int Mark)? Unmarked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x3C, 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, 0x3C, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 0),
        [0x3C, 0, _, 0, ..] => (Encoding.Unicode, 0),
        [0, 0x3C, 0, _, ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    private static string Guess(ReadOnlySpan<byte> bytes, string? charset)
    {
        // Bytes that happen to be valid UTF-8 are UTF-8, whatever somebody's template says.
        return (Ascii.IsValid(bytes) ? null : TryDecode(Encoding.UTF8, bytes))
            ?? TryDecode(Named(charset), bytes)
            ?? TryDecode(Declared(bytes), bytes)
            ?? TryDecode(Encoding.UTF8, bytes)
            ?? Encoding.Latin1.GetString(bytes);
    }

    /// <returns>Null where the bytes are something else.</returns>
    private static string? TryDecode(Encoding? encoding, ReadOnlySpan<byte> bytes)
    {
        // A wide encoding that the bytes do not show is a mistake of whoever declared it.
        if (encoding is null or UnicodeEncoding or UTF32Encoding)
        {
            return null;
        }

        try
        {
            return (encoding is UTF8Encoding ? StrictUtf8 : Strict(encoding)).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LongestDeclaration)]);
        return Named(Declaration().Match(start).Groups["name"].Value);
    }

    private static Encoding Strict(Encoding encoding) =>
        Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    // Pages say Latin-1, GB2312 and KS C 5601 and use their larger sisters.
    private static Encoding Widest(Encoding encoding) => encoding.CodePage switch
    {
        28591 or 20127 => Encoding.GetEncoding(1252),
        936 or 20936 => Encoding.GetEncoding("gb18030"),
        51949 => Encoding.GetEncoding(949),
        _ => encoding,
    };

    [GeneratedRegex(@"<\?xml[^>]{0,200}?encoding\s*=\s*[""'](?<name>[\w.:-]{1,40})[""']", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
