using System.Globalization;
using NewsEducator.Contracts;
using NewsEducator.Judge;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Conformance.Day;

/// <summary>A row as the product treats it.</summary>
/// <param name="Row">With its labels.</param>
/// <param name="Judged">By the Summarizer.</param>
/// <param name="Dropped">Why the Collector drops it; null where it does not.</param>
/// <param name="Summary">Four sentences of the source.</param>
internal sealed record JudgedRow(LabelledRow Row, Judged Judged, string? Dropped, SummaryContent Summary)
{
    public bool IsOffered => Dropped is null && Judged.Judgement.IsAbove(Judgement.LowestWorth, Judgement.LowestValue);

    /// <summary>What is dropped is last and tied; what is below the floor keeps its order behind what is above.</summary>
    public double Rank => Dropped is null ? Judged.Judgement.Value + (IsOffered ? 3 : 0) : -1;

    public bool HasRightConcept => Row.Concepts.Contains(Judged.Concept.Key);

    public bool HasRightType => Row.Types.Contains(Judged.Type);

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsOffered ? "+" : Dropped is null ? "-" : "x")} {Judged.Judgement.Value:0.00} {Judged.Judgement.Worth:0.00} | {Row.Value} {(Row.IsWorth ? "worth" : "     ")} {Row.Label, -13} | {(HasRightConcept ? " " : "!")}{Judged.Concept.Key} {(Row.IsWorth && !HasRightType ? "!" : " ")}{Judged.Type} | {Row.Snapshot.Title} {Dropped}"
        );
}
