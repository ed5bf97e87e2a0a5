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
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var isIdeograph = SearchTokens.IsIdeograph(rune);
            var isWord = !isIdeograph && Rune.IsLetterOrDigit(rune);
            characters += isIdeograph ? 1 : 0;
            words += isWord && !isInWord ? 1 : 0;
            isInWord = isWord;
        }

        return (characters / CharactersAMinute) + (words / WordsAMinute);
    }
}
