using NewsEducator.Contracts;

namespace NewsEducator.Review.Candidates;

/// <summary>What Compliance found of one text of a candidate.</summary>
internal sealed record Screening(
    int Revision,
    Verdict Verdict,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<SentenceCheck> Sentences,
    string PolicyVersion,
    DateTimeOffset ScreenedAt
)
{
    /// <summary>Counts the stored versions of the policy; 0 where it is not known.</summary>
    public int PolicyNumber { get; init; }

    /// <summary>Where further sources disagree, found by the screening of another item of the event.</summary>
    public IReadOnlyList<Finding> OfOthers { get; init; } = [];

    public IEnumerable<Finding> All => Findings.Concat(OfOthers);

    /// <summary>The same with what others found; what was found here as well is not told twice.</summary>
    public Screening With(IReadOnlyList<Finding> ofOthers)
    {
        var known = Findings.Select(KeyOf).ToHashSet();
        var others = ofOthers.Where(finding => known.Add(KeyOf(finding))).ToList();
        return this with { OfOthers = others, Verdict = VerdictWith(others) };
    }

    /// <summary>The same with something that nobody can approve.</summary>
    public Screening BlockedBy(Finding finding) => this with { Verdict = Verdict.Blocked, Findings = [.. Findings, finding] };

    private Verdict VerdictWith(List<Finding> others)
    {
        var own = OfOthers.Count > 0 && Verdict == Verdict.NeedsVerify && !Findings.Any(IsGrave) ? Verdict.Pass : Verdict;
        return own == Verdict.Pass && others.Exists(IsGrave) ? Verdict.NeedsVerify : own;
    }

    private static bool IsGrave(Finding finding) => finding.Severity != Severity.Note;

    // Each of two items finds the same conflict, seen from its own side.
    private static string KeyOf(Finding finding) =>
        finding.Spans.Count == 0
            ? $"{finding.Rule} {finding.Sentence} {finding.Message}"
            : string.Join(
                ' ',
                finding.Spans.Select(span => $"{span.SnapshotId}:{span.Start}:{span.Text.Length}").Order(StringComparer.Ordinal)
            );
}
