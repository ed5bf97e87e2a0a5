namespace NewsEducator.Summarizer.Concepts;

/// <summary>Counts mentions of a keyword: whole words in English with or without a plural s, anywhere in Chinese.</summary>
internal static class Mentions
{
    public static int Count(string text, string keyword)
    {
        var count = 0;
        for (var at = text.IndexOf(keyword, StringComparison.OrdinalIgnoreCase); at >= 0;
             at = text.IndexOf(keyword, at + keyword.Length, StringComparison.OrdinalIgnoreCase))
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
        end += end < text.Length && text[end] is ('s' or 'S') ? 1 : 0;
        return (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end >= text.Length || !char.IsAsciiLetterOrDigit(text[end]));
    }
}
