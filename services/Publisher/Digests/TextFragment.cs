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
    private static string Start(string quote)
    {
        var words = quote.Split(' ');
        return words.Length > 2 * WordsAtEnd ? string.Join(' ', words[..WordsAtEnd]) : Cut(quote, 0, CharactersAtEnd);
    }

    private static string End(string quote)
    {
        var words = quote.Split(' ');
        return words.Length > 2 * WordsAtEnd
            ? string.Join(' ', words[^WordsAtEnd..])
            : Cut(quote, quote.Length - CharactersAtEnd, CharactersAtEnd);
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
