using NewsEducator.Compliance.Outcomes;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Previews;

/// <summary>An item whose verdict changes under another policy.</summary>
/// <param name="Standing">What became of it; null of one that is open.</param>
/// <param name="Appeared">The findings that count now and did not before.</param>
/// <param name="Gone">The findings that counted before.</param>
internal sealed record ChangedVerdict(
    Guid CandidateId,
    Guid ItemId,
    string Title,
    string Url,
    OutcomeState? Standing,
    Verdict From,
    Verdict To,
    IReadOnlyList<Finding> Appeared,
    IReadOnlyList<Finding> Gone
)
{
    /// <returns>Null where the verdict is the same.</returns>
    public static ChangedVerdict? Between(
        Screener.Request request,
        OutcomeState? standing,
        Verdict from,
        IReadOnlyList<Finding> before,
        Screen.Outcome after
    ) =>
        from == after.Verdict
            ? null
            : new ChangedVerdict(
                request.CandidateId,
                request.Source.ItemId,
                request.Summary.Title,
                request.Source.CanonicalUrl,
                standing,
                from,
                after.Verdict,
                [.. after.Findings.ExceptBy(before.Select(KeyOf), KeyOf)],
                [.. before.ExceptBy(after.Findings.Select(KeyOf), KeyOf)]
            );

    private static (string Rule, Severity Severity, int? Sentence, string Message) KeyOf(Finding finding) =>
        (finding.Rule, finding.Severity, finding.Sentence, finding.Message);
}
