namespace NewsEducator.Summarizer.Concepts;

/// <summary>Counts mentions of a keyword: whole words in English with or without a plural s, anywhere in Chinese.</summary>
internal static class Mentions
{
    /// <param name="text">In lower case, as the keyword: to lower a text once takes less than to look in it for each keyword in
    /// both.</param>
    /// <param name="keyword">A word or phrase.</param>
    public static int Count(string text, string keyword)
    {
        var count = 0;
        for (
            var at = text.IndexOf(keyword, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(keyword, at + keyword.Length, StringComparison.Ordinal)
        )
        {
            count += IsWhole(text, at, keyword.Length) ? 1 : 0;
        }

        return count;
    }

    private static bool IsWhole(string text, int at, int length)
    {
        if (!char.IsAscii(text[at]))
        {
            return true;
        }

        var end = at + length;
        end += end < text.Length && text[end] == 's' ? 1 : 0;
        return (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end >= text.Length || !char.IsAsciiLetterOrDigit(text[end]));
    }
}
