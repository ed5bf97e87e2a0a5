using System.Text;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Search;

namespace NewsEducator.Publisher.Digests;

/// <summary>How long reading takes: 400 Chinese characters or 200 words of another script a minute.</summary>
internal static class ReadingTime
{
    private const double CharactersAMinute = 400;
    private const double WordsAMinute = 200;

    /// <returns>At least 1.</returns>
    public static int MinutesOf(params IEnumerable<ApprovedContent> contents)
    {
        var minutes = contents.Sum(content => Of(content.Title) + Of(content.Summary) + Of(content.OneLiner) + Of(content.Analogy));
        return Math.Max(1, (int)Math.Round(minutes, MidpointRounding.AwayFromZero));
    }

    private static double Of(string? text)
    {
        var (characters, words, isInWord) = (0, 0, false);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var (isIdeograph, isWord, length) = KindOf(rest);
            characters += isIdeograph ? 1 : 0;
            words += isWord && !isInWord ? 1 : 0;
            isInWord = isWord;
            rest = rest[length..];
        }

        return (characters / CharactersAMinute) + (words / WordsAMinute);
    }

    private static (bool IsIdeograph, bool IsWord, int Length) KindOf(ReadOnlySpan<char> text)
    {
        // Nearly every character is one of these two kinds.
        if (char.IsAscii(text[0]))
        {
            return (false, char.IsAsciiLetterOrDigit(text[0]), 1);
        }

        if (text[0] is >= '\u4E00' and <= '\u9FFF')
        {
            return (true, false, 1);
        }

        Rune.DecodeFromUtf16(text, out var rune, out var length);
        var isIdeograph = SearchTokens.IsIdeograph(rune);
        return (isIdeograph, !isIdeograph && Rune.IsLetterOrDigit(rune), length);
    }
}
