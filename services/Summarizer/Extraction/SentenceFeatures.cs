using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>What tells a sentence that a summary must hold from the rest; the model knows each by its place.</summary>
internal static partial class SentenceFeatures
{
    private const double End = 0.9;
    private const int Opening = 3;

    /// <returns>One row for each passage, in order. Linear in the text.</returns>
    public static double[][] Of(IReadOnlyList<Passage> passages, string title, double[] central)
    {
        var heading = Words.Of(title).ToHashSet(StringComparer.Ordinal);
        return [.. passages.Select((passage, at) => Of(passage, (double)at / passages.Count, central[at], heading))];
    }

    private static double[] Of(Passage passage, double place, double central, HashSet<string> heading) =>
        [
            Math.Log(1 + passage.Index),
            place,
            passage.Index == 0 ? 1 : 0,
            passage.Index < Opening ? 1 : 0,
            place > End ? 1 : 0,
            Math.Log(1 + passage.Words.Count),
            heading.Count == 0 ? 0 : (double)passage.Words.Count(heading.Contains) / heading.Count,
            central,
            passage.Tells.HasFlag(Roles.Effect) ? 1 : 0,
            passage.Tells.HasFlag(Roles.Cause) ? 1 : 0,
            passage.Tells.HasFlag(Roles.Fix) ? 1 : 0,
            passage.Tells.HasFlag(Roles.TradeOff) ? 1 : 0,
            Cues.HasMeasure(passage.Text) ? 1 : 0,
            Cues.LeansBack(passage.Text) ? 1 : 0,
            Cues.Announces(passage.Text) ? 1 : 0,
            passage.Text.Contains('`', StringComparison.Ordinal) ? 1 : 0,
            passage.Text.Any(char.IsDigit) ? 1 : 0,
            passage.IsOpening ? 1 : 0,
            passage.Section.Kind == SectionKind.Comment ? 1 : 0,
            Self().IsMatch(passage.Text) ? 1 : 0,
            Denial().IsMatch(passage.Text) ? 1 : 0,
            Contrast().IsMatch(passage.Text) ? 1 : 0,
            Ability().IsMatch(passage.Text) ? 1 : 0,
            Reader().IsMatch(passage.Text) ? 1 : 0,
            Chatter().IsMatch(passage.Text) ? 1 : 0,
        ];

    [GeneratedRegex(@"^(we|i|our|my)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Self();

    [GeneratedRegex(@"\b(not|no|never|cannot|without|none|neither)\b|n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(but|however|instead|although|while|whereas|unless|yet)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Contrast();

    [GeneratedRegex(@"\b(can|could|may|might|must|should|allows?|enables?|lets?|requires?|needs?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ability();

    [GeneratedRegex(@"\b(you|your|let['’]s)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reader();

    [GeneratedRegex(
        @"\b(thanks?|happy|excited|welcome|hope|read|see|follow(ing)?|blog|post|below|above|section|next|today)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Chatter();
}
