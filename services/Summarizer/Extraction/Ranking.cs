using System.Numerics;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>How much each passage says of its thread: closeness to the whole and to the title, what it tells, and where it stands.</summary>
internal static class Ranking
{
    private const double TitleWeight = 0.6;
    private const double MeasureWeight = 0.12;
    private const double RoleWeight = 0.1;
    private const double AnswerWeight = 0.25;
    private const double OpeningWeight = 0.35;
    private const double ReactionWeight = 0.03;
    private const double LeaningPenalty = 0.2;
    private const double ShortPenalty = 0.15;
    private const int Short = 50;

    /// <returns>One score for each passage, in order. Linear in the text.</returns>
    public static double[] Score(IReadOnlyList<Passage> passages, string title)
    {
        var frequency = passages.SelectMany(passage => passage.Words).CountBy(word => word).ToDictionary();
        var heading = Words.Of(title).ToHashSet(StringComparer.Ordinal);
        var weights = frequency.ToDictionary(pair => pair.Key, pair => Math.Log(1 + pair.Value) * Math.Log(1 + ((double)passages.Count / pair.Value)));
        var whole = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        return [.. passages.Select(passage => Centrality(passage, weights, whole) + OnTitle(passage, heading) + Told(passage) + Stands(passage))];
    }

    // Cosine of the passage and the centroid of all passages: what LexRank's graph tends to, without the graph.
    private static double Centrality(Passage passage, Dictionary<string, double> weights, double whole)
    {
        var squares = passage.Words.Sum(word => weights[word] * weights[word]);
        return whole == 0 ? 0 : Math.Sqrt(squares) / whole;
    }

    private static double OnTitle(Passage passage, HashSet<string> heading) =>
        heading.Count == 0 ? 0 : TitleWeight * passage.Words.Count(heading.Contains) / heading.Count;

    private static double Told(Passage passage) =>
        (Cues.HasMeasure(passage.Text) ? MeasureWeight : 0)
        + (RoleWeight * BitOperations.PopCount((uint)passage.Tells))
        - (Cues.LeansBack(passage.Text) ? LeaningPenalty : 0)
        - (passage.Text.Length < Short && Language.Of(passage.Text) == Language.English ? ShortPenalty : 0);

    private static double Stands(Passage passage)
    {
        var section = passage.Section;
        var opening = OpeningWeight / (1 + passage.IndexInSection);
        return section.Kind switch
        {
            SectionKind.Comment when section.IsAnswer => AnswerWeight + (opening / 2),
            SectionKind.Comment => ReactionWeight * Math.Log(1 + section.Reactions),
            SectionKind.Transcript => opening / 2,
            _ => opening,
        };
    }
}
