using System.Collections.Frozen;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>The words by which sentences are compared, English ones and pairs of Chinese characters.</summary>
internal static class Words
{
    private const int ShortestWord = 3;

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

    /// <param name="word">In lower case; its letters may be overwritten.</param>
    /// <returns>Its stem, of Chinese the word itself; empty if every text has the word.</returns>
    public static ReadOnlySpan<char> Stem(Span<char> word) =>
        Script.IsChinese(word[0]) ? word
        : word.Length < ShortestWord || IsCommon.Contains(word) ? []
        : EnglishStem.Of(word);
}
