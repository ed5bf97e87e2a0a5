using System.Collections.Frozen;
using System.Globalization;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>The words by which sentences are compared: English stems, Chinese character pairs.</summary>
internal static class Words
{
    private static readonly FrozenSet<string> Common = FrozenSet.Create(
        StringComparer.Ordinal,
        "the", "and", "for", "that", "this", "with", "was", "were", "are", "but", "not", "you", "from", "have", "has", "had", "its",
        "they", "them", "then", "than", "there", "their", "which", "when", "what", "who", "will", "would", "can", "could", "should",
        "our", "your", "his", "her", "she", "him", "one", "all", "any", "each", "into", "out", "our", "also", "only", "more", "most",
        "some", "such", "other", "been", "being", "does", "did", "how", "why", "where", "about", "after", "before", "because", "here",
        "just", "like", "very", "now", "use", "used", "still", "over", "same", "too", "both", "these", "those", "it", "is", "in", "of", "to");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsCommon = Common.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>In their order, each as often as it stands there.</returns>
    public static List<string> Of(string text)
    {
        var words = new List<string>(text.Length / 8);
        var lower = text.ToLower(CultureInfo.InvariantCulture).AsSpan();
        var start = 0;
        for (var at = 0; at <= lower.Length; at++)
        {
            var isChinese = at < lower.Length && Language.IsChinese(lower[at]);
            if (at < lower.Length && !isChinese && char.IsLetterOrDigit(lower[at]))
            {
                continue;
            }

            if (Stem(lower[start..at]) is { } stem)
            {
                words.Add(stem);
            }

            start = at + 1;
            if (isChinese && at > 0 && Language.IsChinese(lower[at - 1]))
            {
                words.Add(lower[(at - 1)..(at + 1)].ToString());
            }
        }

        return words;
    }

    private static string? Stem(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || IsCommon.Contains(word))
        {
            return null;
        }

        return word switch
        {
            [.. var stem, 'i', 'n', 'g'] when stem.Length >= 4 => stem.ToString(),
            [.. var stem, 'i', 'e', 's'] when stem.Length >= 3 => $"{stem}y",
            [.. var stem, 'e', 'd'] when stem.Length >= 4 => stem.ToString(),
            [.. var stem, 'e', 's'] when stem.Length >= 4 => stem.ToString(),
            [.. var stem, 's'] when stem.Length >= 3 && stem[^1] != 's' => stem.ToString(),
            [.. var stem, 'e'] when stem.Length >= 4 => stem.ToString(),
            _ => word.ToString(),
        };
    }
}
