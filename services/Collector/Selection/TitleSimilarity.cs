using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Selection;

/// <summary>Whether two titles speak of the same thing.</summary>
internal static partial class TitleSimilarity
{
    private const int FewestShared = 2;
    private const double LeastShare = 0.3;

    public static bool AreClose(string one, string other)
    {
        var (mine, theirs) = (Of(one), Of(other));
        var shared = mine.Count(theirs.Contains);
        return shared >= FewestShared && shared >= LeastShare * Math.Min(mine.Count, theirs.Count);
    }

    // Pairs of Chinese characters, and words of four letters or more: shorter ones are in every title.
    private static HashSet<string> Of(string title)
    {
        var words = Word().Matches(title.ToLowerInvariant()).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        foreach (Match run in Han().Matches(title))
        {
            words.UnionWith(Enumerable.Range(0, run.Length - 1).Select(at => run.Value.Substring(at, 2)));
        }

        return words;
    }

    [GeneratedRegex(@"[a-z0-9][a-z0-9_.-]{3,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}]{2,}")]
    private static partial Regex Han();
}
