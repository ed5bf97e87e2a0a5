using System.Globalization;
using Markdig.Renderers;
using Markdig.Syntax;

namespace NewsEducator.Review.Pages.Evidence;

/// <summary>Writes the characters of a section, each encoded, and marks those that a sentence rests on.</summary>
/// <remarks>A mark carries <c>data-sentences</c>, the indexes of its sentences; where the best evidence of a sentence begins stands an
/// anchor.</remarks>
internal sealed class MarkWriter(HtmlRenderer html, MarkedText.Part part, int source)
{
    private readonly string _text = part.Text;
    private int _nextAnchors;

    /// <summary>All of it, as fetched.</summary>
    public void WriteAll() => WriteRange(0, _text.Length);

    /// <param name="text">What a part of the source is read as.</param>
    /// <param name="span">Where it stands.</param>
    public void Write(ReadOnlySpan<char> text, SourceSpan span)
    {
        var (start, end) = (Math.Clamp(span.Start, 0, _text.Length), Math.Clamp(span.End + 1, 0, _text.Length));
        if (text.IsEmpty || end <= start)
        {
            html.WriteEscape(text);
            return;
        }

        // What is written with signs around it stands in between; an entity or an escape stands for something else as a whole.
        var at = _text.AsSpan(start, end - start).IndexOf(text, StringComparison.Ordinal);
        if (at >= 0)
        {
            WriteRange(start + at, start + at + text.Length);
        }
        else
        {
            WritePiece(PieceAt(start), text);
        }
    }

    /// <summary>Anchors of what is not shown as text.</summary>
    public void End() => WriteAnchors(part.Pieces.Count - 1);

    private void WriteRange(int start, int end)
    {
        for (var (index, from) = (0, 0); index < part.Pieces.Count && from < end; from += part.Pieces[index].Text.Length, index++)
        {
            var (first, last) = (Math.Max(from, start), Math.Min(from + part.Pieces[index].Text.Length, end));
            if (first < last)
            {
                WritePiece(index, _text.AsSpan(first, last - first));
            }
        }
    }

    private int PieceAt(int place)
    {
        var index = 0;
        for (var end = part.Pieces[0].Text.Length; end <= place && index < part.Pieces.Count - 1; end += part.Pieces[index].Text.Length)
        {
            index++;
        }

        return index;
    }

    private void WritePiece(int index, ReadOnlySpan<char> text)
    {
        WriteAnchors(index);
        var piece = part.Pieces[index];
        if (piece is { Sentences.Count: 0, IsDisputed: false })
        {
            html.WriteEscape(text);
            return;
        }

        html.Write(piece.IsDisputed ? "<mark class=\"disputed\"" : "<mark");
        html.Write($" data-sentences=\"{string.Join(' ', piece.Sentences)}\">");
        html.WriteEscape(text);
        html.Write("</mark>");
    }

    /// <summary>Of all pieces up to this one, each once.</summary>
    private void WriteAnchors(int index)
    {
        for (; _nextAnchors <= index; _nextAnchors++)
        {
            var piece = part.Pieces[_nextAnchors];
            foreach (var sentence in piece.Begins)
            {
                WriteAnchor(string.Create(CultureInfo.InvariantCulture, $"s{sentence}"));
            }

            foreach (var disputed in piece.Disputes)
            {
                WriteAnchor(MarkedText.AnchorOf(source, disputed));
            }
        }
    }

    private void WriteAnchor(string id) => html.Write($"<a class=\"anchor\" id=\"{id}\"></a>");
}
