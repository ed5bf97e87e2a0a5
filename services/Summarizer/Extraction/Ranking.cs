using System.Numerics;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>How much each passage says of its thread: how central it is, how close to the title, what it tells, and where it
/// stands.</summary>
internal static class Ranking
{
    private const double FittedWeight = 0.4;
    private const double GraphWeight = 0.8;
    private const double AnnouncementWeight = 0.6;
    private const double TitleWeight = 0.3;
    private const double LengthWeight = 0.3;
    private const double MeasureWeight = 0.12;
    private const double RoleWeight = 0.1;
    private const double AnswerWeight = 0.25;
    private const double OpeningWeight = 0.35;
    private const double ReactionWeight = 0.03;
    private const double LeaningPenalty = 0.2;
    private const double LongEnough = 30;
    private const double CharactersPerWord = 2;

    /// <returns>One score for each passage, in order. Linear in the text.</returns>
    /// <param name="passages">All of the thread.</param>
    /// <param name="title">Of the thread.</param>
    /// <param name="sentences">Null: the shipped model.</param>
    public static double[] Score(IReadOnlyList<Passage> passages, string title, SentenceModel? sentences = null)
    {
        var heading = Words.Of(title).ToHashSet(StringComparer.Ordinal);
        var central = Centrality.Of(passages);
        var features = SentenceFeatures.Of(passages, title, central);
        sentences ??= SentenceModel.Shipped;
        return
        [
            .. passages.Select(
                (passage, at) =>
                    (FittedWeight * sentences.Score(features[at]))
                    + (GraphWeight * central[at])
                    + OnTitle(passage, heading)
                    + FactWeight(passage)
                    + Stands(passage)
            ),
        ];
    }

    private static double OnTitle(Passage passage, HashSet<string> heading) =>
        heading.Count == 0 ? 0 : TitleWeight * passage.Words.Count(heading.Contains) / heading.Count;

    private static double FactWeight(Passage passage) =>
        (Cues.Announces(passage.Text) ? AnnouncementWeight : 0)
        + (Cues.HasMeasure(passage.Text) ? MeasureWeight : 0)
        + (RoleWeight * BitOperations.PopCount((uint)passage.Tells))
        + (LengthWeight * Math.Min(1, LengthOf(passage.Text) / LongEnough))
        - (Cues.LeansBack(passage.Text) ? LeaningPenalty : 0);

    private static double LengthOf(string text) =>
        Language.Of(text) == Language.Chinese ? text.Length / CharactersPerWord : text.Count(char.IsWhiteSpace) + 1;

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
