using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace NewsEducator.Publisher.Pages;

/// <summary>HTML of an item, written without a component: a digest has a thousand of them, and a component costs more than its
/// text.</summary>
/// <remarks>What a template says is written as it is; what stands in its holes is text and encoded. There is no other way in.</remarks>
internal sealed class HtmlText
{
    // As in the components: Chinese is written as it is.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private const int Smallest = 256;
    private const int MostOfACharacter = 12;

    private char[] _text = new char[Smallest];
    private int _length;

    /// <summary>Plain text as HTML.</summary>
    public static string Of(string text) => new HtmlText().Write($"{text}").Take();

    /// <summary>Writes a template, such as <c>$"&lt;p&gt;{text}&lt;/p&gt;"</c>.</summary>
    public HtmlText Write([InterpolatedStringHandlerArgument("")] ref Template template) => this;

    /// <summary>What was written since the last time.</summary>
    public string Take()
    {
        var text = new string(_text, 0, _length);
        _length = 0;
        return text;
    }

    public MarkupString ToMarkup() => new(Take());

    private void AppendMarkup(string markup)
    {
        Reserve(markup.Length);
        markup.CopyTo(_text.AsSpan(_length));
        _length += markup.Length;
    }

    private void AppendText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            Reserve(text.Length + MostOfACharacter);
            Encoder.Encode(text, _text.AsSpan(_length), out var read, out var written);
            text = text[read..];
            _length += written;
        }
    }

    private void AppendCode(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var open = text.IndexOf('`');
            var length = open < 0 ? -1 : text[(open + 1)..].IndexOf('`');
            if (length <= 0)
            {
                AppendText(text);
                return;
            }

            AppendText(text[..open]);
            AppendMarkup("<code>");
            AppendText(text.Slice(open + 1, length));
            AppendMarkup("</code>");
            text = text[(open + length + 2)..];
        }
    }

    private void Reserve(int length)
    {
        if (_text.Length - _length < length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + length));
        }
    }

    /// <summary>Plain text of an item: code spans in backticks are its only markup.</summary>
    internal readonly record struct Coded(string Text);

    /// <summary>An interpolated string whose holes are encoded.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Template
    {
        private readonly HtmlText _html;

        public Template(int literalLength, int formattedCount, HtmlText html)
        {
            _html = html;
            html.Reserve(literalLength + formattedCount);
        }

        public void AppendLiteral(string markup) => _html.AppendMarkup(markup);

        public void AppendFormatted(string? text) => _html.AppendText(text);

        public void AppendFormatted(Coded coded) => _html.AppendCode(coded.Text);

        public void AppendFormatted(int number) => _html.AppendText(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Guid id) => _html.AppendText(id.ToString());
    }
}
