using System.Buffers;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;

namespace NewsEducator.Publisher.Feeds;

/// <summary>An entry's HTML as the text of an element: the greatest part of a feed, which <see cref="XmlWriter"/> would encode character by
/// character.</summary>
/// <param name="html">Without characters that XML forbids.</param>
/// <param name="output">What the <see cref="XmlWriter"/> writes to, as UTF-8.</param>
internal sealed class EncodedHtml(string html, Stream output) : SyndicationContent
{
    private const int LongestEntity = 5;
    private static readonly SearchValues<char> Marks = SearchValues.Create("&<>\r");

    public override string Type => "html";

    public override SyndicationContent Clone() => new EncodedHtml(html, output);

    protected override void WriteContentsTo(XmlWriter writer) => WriteText(writer);

    public void WriteText(XmlWriter writer)
    {
        // Ends the start tag; from here to the end tag the writer has nothing to say.
        writer.WriteRaw("");
        writer.Flush();
        var bytes = ArrayPool<byte>.Shared.Rent(html.Length * LongestEntity);
        output.Write(bytes, 0, Encode(html, bytes));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private static int Encode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var length = 0;
        while (text.IndexOfAny(Marks) is var at and >= 0)
        {
            length += Encoding.UTF8.GetBytes(text[..at], bytes[length..]);
            var entity = text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                _ => "&#xD;"u8,
            };
            entity.CopyTo(bytes[length..]);
            length += entity.Length;
            text = text[(at + 1)..];
        }

        return length + Encoding.UTF8.GetBytes(text, bytes[length..]);
    }
}
