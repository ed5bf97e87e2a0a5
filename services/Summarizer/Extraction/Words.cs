using System.Collections.Frozen;
using System.Globalization;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>The words by which sentences are compared: English stems, Chinese character pairs.</summary>
internal static class Words
{
    private static readonly FrozenSet<string> Common = FrozenSet.Create(
        StringComparer.Ordinal,
        "the",
        "and",
        "for",
        "that",
        "this",
        "with",
        "was",
        "were",
        "are",
        "but",
        "not",
        "you",
        "from",
        "have",
        "has",
        "had",
        "its",
        "they",
        "them",
        "then",
        "than",
        "there",
        "their",
        "which",
        "when",
        "what",
        "who",
        "will",
        "would",
        "can",
        "could",
        "should",
        "our",
        "your",
        "his",
        "her",
        "she",
        "him",
        "one",
        "all",
        "any",
        "each",
        "into",
        "out",
        "our",
        "also",
        "only",
        "more",
        "most",
        "some",
        "such",
        "other",
        "been",
        "being",
        "does",
        "did",
        "how",
        "why",
        "where",
        "about",
        "after",
        "before",
        "because",
        "here",
        "just",
        "like",
        "very",
        "now",
        "use",
        "used",
        "still",
        "over",
        "same",
        "too",
        "both",
        "these",
        "those",
        "it",
        "is",
        "in",
        "of",
        "to"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsCommon = Common.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <returns>In their order, each as often as it stands there; without those that every text has.</returns>
    public static List<string> Of(string text) => Read(text, isWhole: false);

    /// <returns>Likewise, but all of them, not stemmed.</returns>
    public static List<string> All(string text) => Read(text, isWhole: true);

    private static List<string> Read(string text, bool isWhole)
    {
        var words = new List<string>(text.Length / 8);
        Span<char> lower = text.ToLower(CultureInfo.InvariantCulture).ToCharArray();
        var start = 0;
        for (var at = 0; at <= lower.Length; at++)
        {
            var isChinese = at < lower.Length && Script.IsChinese(lower[at]);
            if (at < lower.Length && !isChinese && char.IsLetterOrDigit(lower[at]))
            {
                continue;
            }

            if ((isWhole ? Whole(lower[start..at]) : Stem(lower[start..at])) is { } word)
            {
                words.Add(word);
            }

            start = at + 1;
            if (isChinese && at > 0 && Script.IsChinese(lower[at - 1]))
            {
                words.Add(lower[(at - 1)..(at + 1)].ToString());
            }
        }

        return words;
    }

    private static string? Whole(Span<char> word) => word.IsEmpty ? null : word.ToString();

    private static string? Stem(Span<char> word) => word.Length < 3 || IsCommon.Contains(word) ? null : EnglishStem.Of(word).ToString();
}
