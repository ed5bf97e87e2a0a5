using System.Collections.Frozen;
using System.Globalization;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Names;

/// <summary>The forms under which a Latin word is found again: Next.js is NextJS, profiling is in profiler, split-brain is split and
/// brain.</summary>
internal static class NameForms
{
    private const int ShortestRoot = 4;
    private const int ShortestSingular = 2;
    private static readonly string[] Endings = ["ations", "ation", "ings", "ing", "ers", "ed", "er", "es", "s", "e"];

    // Words of the sites and of grammar, which say nothing of the matter.
    private static readonly FrozenSet<string> Ignored = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "github",
        "youtube",
        "huggingface",
        "hugging",
        "face",
        "hf",
        "issue",
        "issues",
        "discussion",
        "discussions",
        "pr",
        "prs",
        "pull",
        "request",
        "thread",
        "video",
        "vs",
        "and",
        "or",
        "the",
        "of",
        "an",
        "in",
        "on",
        "to",
        "for",
        "with",
        "by",
        "is",
        "at",
        "as",
        "from",
        "not",
        "no",
        "etc",
        "it",
        "its",
        "via"
    );

    public static bool SaysNothing(string word) => word.Length < 2 || Ignored.Contains(word);

    public static IEnumerable<string> InSource(string word)
    {
        var lower = word.ToLower(CultureInfo.InvariantCulture);
        yield return lower;
        if (IsPlain(lower))
        {
            yield return Root(lower);
            yield break;
        }

        yield return Plain(lower);
        foreach (var part in lower.Split(['-', '.', '_', '@'], StringSplitOptions.RemoveEmptyEntries))
        {
            yield return part;
            yield return Root(part);
        }
    }

    /// <returns>Each a set of forms that must all be in the source for the word to be there.</returns>
    public static IEnumerable<IReadOnlyList<string>> InSummary(string word)
    {
        var lower = word.ToLower(CultureInfo.InvariantCulture);
        yield return [lower];
        yield return [Plain(lower)];
        if (lower.All(char.IsLetter))
        {
            yield return [Root(lower)];
        }

        if (lower is ['p', .. var percentile] && percentile.Length > 0 && percentile.All(char.IsAsciiDigit))
        {
            yield return [percentile, "percentile"];
        }

        if (lower.Split('-') is { Length: > 1 } parts && parts.All(part => part.Length > 1 && part.All(char.IsLetter)))
        {
            yield return [.. parts.Select(Root)];
        }
    }

    private static string Plain(string lower) => IsPlain(lower) ? lower : string.Concat(lower.Where(char.IsLetterOrDigit));

    private static bool IsPlain(string lower)
    {
        foreach (var character in lower)
        {
            if (!char.IsLetterOrDigit(character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a word shares with its relatives, not only with its own inflections, which <see cref="EnglishStem"/> knows: profiling,
    /// profiler and profile are one.</summary>
    private static string Root(string word)
    {
        foreach (var ending in Endings)
        {
            if (
                word.Length - ending.Length >= (ending == "s" ? ShortestSingular : ShortestRoot)
                && word.EndsWith(ending, StringComparison.Ordinal)
            )
            {
                return "~" + word[..^ending.Length];
            }
        }

        return "~" + word;
    }
}
