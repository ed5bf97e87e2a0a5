using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsEducator.Publisher.Feeds;

/// <summary>An entry's HTML as a JSON string: the greatest part of a feed, which the encoder would look at character by character from its
/// first quotation mark on.</summary>
/// <remarks>HTML that <see cref="Pages.HtmlText"/> wrote has nothing else to escape: controls and the like are references. Any other goes
/// through the encoder.</remarks>
internal sealed class JsonHtml : JsonConverter<string>
{
    private const int LongestEscape = 2;
    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"\\\n"u8);

    private static readonly SearchValues<char> OtherControls = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(code => (char)code).Where(control => control != '\n'),
    ]);

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Feeds are only written.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value.AsSpan().ContainsAny(OtherControls))
        {
            writer.WriteStringValue(value);
            return;
        }

        var plain = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, plain);
        var escaped = ArrayPool<byte>.Shared.Rent((length * LongestEscape) + 2);
        writer.WriteRawValue(escaped.AsSpan(0, Escape(plain.AsSpan(0, length), escaped)), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(plain);
        ArrayPool<byte>.Shared.Return(escaped);
    }

    /// <returns>Length of the string with its quotation marks.</returns>
    private static int Escape(ReadOnlySpan<byte> html, Span<byte> escaped)
    {
        var length = 0;
        escaped[length++] = (byte)'"';
        while (html.IndexOfAny(Marks) is var at and >= 0)
        {
            html[..at].CopyTo(escaped[length..]);
            length += at;
            escaped[length++] = (byte)'\\';
            escaped[length++] = html[at] == (byte)'\n' ? (byte)'n' : html[at];
            html = html[(at + 1)..];
        }

        html.CopyTo(escaped[length..]);
        length += html.Length;
        escaped[length++] = (byte)'"';
        return length;
    }
}
