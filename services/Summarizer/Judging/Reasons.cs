using NewsEducator.Contracts;
using NewsEducator.Summarizer.Extraction;

namespace NewsEducator.Summarizer.Judging;

/// <summary>What speaks for and against an item, counted in its sentences.</summary>
internal static class Reasons
{
    private const int Enough = 2;
    private const int EnoughData = 3;
    private const int ShortText = 300;
    private const double Poor = 1;

    /// <param name="text">Of the item.</param>
    /// <param name="value">As judged: what speaks against an item is only said where it counts for little.</param>
    public static IReadOnlyList<string> Of(JudgedText text, double value)
    {
        var sentences = Sentences.Of(text.Prose).ToList();
        var roles = sentences.Select(Cues.Of).ToList();
        int Tell(Roles role) => roles.Count(each => each.HasFlag(role));
        (string Reason, bool Holds)[] reasons =
        [
            (JudgementReasons.Cause, Tell(Roles.Cause) >= Enough),
            (JudgementReasons.Fix, Tell(Roles.Fix) >= Enough),
            (JudgementReasons.Data, sentences.Count(Cues.HasMeasure) >= EnoughData),
            (JudgementReasons.TradeOff, Tell(Roles.TradeOff) >= Enough),
            (JudgementReasons.Question, value < Poor && text.Title.TrimEnd().EndsWith('?')),
            (JudgementReasons.Brief, value < Poor && text.Prose.Length < ShortText),
        ];
        return [.. reasons.Where(each => each.Holds).Select(each => each.Reason)];
    }
}
