using System.Collections.Frozen;
using System.Globalization;
using System.Text;

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

    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        var previous = '\0';
        foreach (var character in text.Append(' '))
        {
            var isChinese = Language.IsChinese(character);
            if (!isChinese && char.IsLetterOrDigit(character))
            {
                word.Append(char.ToLower(character, CultureInfo.InvariantCulture));
            }
            else if (word.Length > 0)
            {
                if (Stem(word.ToString()) is { } stem)
                {
                    yield return stem;
                }

                word.Clear();
            }

            if (isChinese && Language.IsChinese(previous))
            {
                yield return $"{previous}{character}";
            }

            previous = character;
        }
    }

    private static string? Stem(string word)
    {
        if (word.Length < 3 || Common.Contains(word))
        {
            return null;
        }

        return word switch
        {
            [.. var stem, 'i', 'n', 'g'] when stem.Length >= 4 => stem,
            [.. var stem, 'i', 'e', 's'] when stem.Length >= 3 => stem + "y",
            [.. var stem, 'e', 'd'] when stem.Length >= 4 => stem,
            [.. var stem, 'e', 's'] when stem.Length >= 4 => stem,
            [.. var stem, 's'] when stem.Length >= 3 && stem[^1] != 's' => stem,
            [.. var stem, 'e'] when stem.Length >= 4 => stem,
            _ => word,
        };
    }
}
