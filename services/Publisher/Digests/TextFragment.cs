using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>Links to a quote's place in its source (URL fragment text directives, WICG).</summary>
internal static class TextFragment
{
    private const int Longest = 90;
    private const int WordsAtEnd = 4;
    private const int CharactersAtEnd = 12;

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

        var directive = quote.Length <= Longest ? Encode(quote) : $"{Encode(Start(quote))},{Encode(End(quote))}";
        return $"{content.CanonicalUrl}{(content.CanonicalUrl.Contains('#', StringComparison.Ordinal) ? "" : "#")}:~:text={directive}";
    }

    // A range of two ends: whole words, or characters where there are no blanks.
    private static string Start(string quote) =>
        HasWords(quote) ? quote[..BlankOf(quote, WordsAtEnd, from: 0, step: 1)] : Cut(quote, 0, CharactersAtEnd);

    private static string End(string quote) =>
        HasWords(quote)
            ? quote[(BlankOf(quote, WordsAtEnd, from: quote.Length - 1, step: -1) + 1)..]
            : Cut(quote, quote.Length - CharactersAtEnd, CharactersAtEnd);

    private static bool HasWords(string quote) => quote.AsSpan().Count(' ') >= 2 * WordsAtEnd;

    private static int BlankOf(string quote, int number, int from, int step)
    {
        var at = from;
        for (var found = quote[at] == ' ' ? 1 : 0; found < number; found += quote[at] == ' ' ? 1 : 0)
        {
            at += step;
        }

        return at;
    }

    private static string Cut(string quote, int start, int length)
    {
        start += char.IsLowSurrogate(quote[start]) ? 1 : 0;
        var end = Math.Min(quote.Length, start + length);
        return quote[start..(end < quote.Length && char.IsLowSurrogate(quote[end]) ? end - 1 : end)];
    }

    // The comma, the ampersand and the hyphen are the directive's own syntax; EscapeDataString leaves the hyphen.
    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("-", "%2D", StringComparison.Ordinal);
}
