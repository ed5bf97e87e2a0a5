using NewsEducator.Compliance.Screenings;
using NewsEducator.Conformance.Falsehoods;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Claims;

/// <summary>One sentence screened alone, as production would screen it.</summary>
/// <param name="Row">What it should be.</param>
/// <param name="Check">What screening made of it.</param>
/// <param name="Alarms">Findings that make a person look.</param>
/// <param name="IsDecided">The first span overlaps a piece that decides the case.</param>
internal sealed record ScreenedClaim(ClaimRow Row, SentenceCheck Check, IReadOnlyList<Finding> Alarms, bool IsDecided)
{
    public bool IsFlagged => Check.State == SentenceState.Contradicted || Alarms.Count > 0;

    public bool IsChecked => Check.State is SentenceState.Verbatim or SentenceState.Matched or SentenceState.Judged;

    public static ScreenedClaim Of(ClaimRow row, Snapshot snapshot, bool withQuote)
    {
        var summarized = new Summarized(snapshot, SummaryOf(row, snapshot, withQuote));
        var outcome = summarized.Screen();
        var check = outcome.Sentences[0];
        return new ScreenedClaim(
            row,
            check,
            Summarized.AlarmsOf(outcome),
            check.Evidence is [var first, ..] && Overlaps(first, row, snapshot)
        );
    }

    /// <returns>The sentence as a summary of its own.</returns>
    public static SummaryContent SummaryOf(ClaimRow row, Snapshot snapshot, bool withQuote) =>
        new()
        {
            Title = snapshot.Title,
            Type = ItemTypes.Incident,
            Text = row.Sentence,
            Concept = new Concept { Key = "transaction", Name = "事务" },
            Language = "zh",
            Claims = [new Claim { Sentence = row.Sentence, Quote = withQuote ? row.Quote : null }],
        };

    private static bool Overlaps(EvidenceSpan span, ClaimRow row, Snapshot snapshot)
    {
        var source = new WhitespaceNormalizedText(snapshot.Text);
        return (row.Evidence ?? [])
            .Select(source.Find)
            .Any(found => found is { } place && place.Start.Value < span.Start + span.Length && span.Start < place.End.Value);
    }
}
