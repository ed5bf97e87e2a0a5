using System.Buffers;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>Links to a quote's place in its source (URL fragment text directives, WICG).</summary>
internal static class TextFragment
{
    private const int Longest = 90;
    private const int WordsAtEnd = 4;
    private const int CharactersAtEnd = 12;

    // Three bytes of UTF-8 for a character, three characters for a byte.
    private const int LongestEscape = 9;

    /// <returns>The source's own address where it is no page of text or there is no quote.</returns>
    public static string Of(ApprovedContent content, Claim claim)
    {
        var quote = PlainText
            .Line(claim.Quote)
            .Replace("`", "", StringComparison.Ordinal)
            .Replace("**", "", StringComparison.Ordinal)
            .Trim();
        if (quote.Length == 0 || content.Kind == SourceKind.YouTubeVideo)
        {
            return content.CanonicalUrl;
        }

        return $"{content.CanonicalUrl}{(content.CanonicalUrl.Contains('#', StringComparison.Ordinal) ? "" : "#")}:~:text={Directive(quote)}";
    }

    private static string Directive(ReadOnlySpan<char> quote)
    {
        var buffer = ArrayPool<char>.Shared.Rent((quote.Length * LongestEscape) + 1);
        var length = Encode(quote.Length <= Longest ? quote : Start(quote), buffer);
        if (quote.Length > Longest)
        {
            buffer[length++] = ',';
            length += Encode(End(quote), buffer.AsSpan(length));
        }

        var directive = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return directive;
    }

    // A range of two ends: whole words, or characters where there are no blanks.
    private static ReadOnlySpan<char> Start(ReadOnlySpan<char> quote) =>
        HasWords(quote) ? quote[..BlankOf(quote, WordsAtEnd, from: 0, step: 1)] : Cut(quote, 0, CharactersAtEnd);

    private static ReadOnlySpan<char> End(ReadOnlySpan<char> quote) =>
        HasWords(quote)
            ? quote[(BlankOf(quote, WordsAtEnd, from: quote.Length - 1, step: -1) + 1)..]
            : Cut(quote, quote.Length - CharactersAtEnd, CharactersAtEnd);

    private static bool HasWords(ReadOnlySpan<char> quote) => quote.Count(' ') >= 2 * WordsAtEnd;

    private static int BlankOf(ReadOnlySpan<char> quote, int number, int from, int step)
    {
        var at = from;
        for (var found = quote[at] == ' ' ? 1 : 0; found < number; found += quote[at] == ' ' ? 1 : 0)
        {
            at += step;
        }

        return at;
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> quote, int start, int length)
    {
        start += char.IsLowSurrogate(quote[start]) ? 1 : 0;
        var end = Math.Min(quote.Length, start + length);
        return quote[start..(end < quote.Length && char.IsLowSurrogate(quote[end]) ? end - 1 : end)];
    }

    // The comma, the ampersand and the hyphen are the directive's own syntax; Uri leaves the hyphen.
    private static int Encode(ReadOnlySpan<char> text, Span<char> encoded)
    {
        var length = 0;
        while (true)
        {
            var hyphen = text.IndexOf('-');
            Uri.TryEscapeDataString(hyphen < 0 ? text : text[..hyphen], encoded[length..], out var written);
            length += written;
            if (hyphen < 0)
            {
                return length;
            }

            "%2D".CopyTo(encoded[length..]);
            length += 3;
            text = text[(hyphen + 1)..];
        }
    }
}
