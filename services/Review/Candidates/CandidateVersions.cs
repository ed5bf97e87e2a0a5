using NewsEducator.Contracts;

namespace NewsEducator.Review.Candidates;

/// <summary>A candidate whose source changes: what arrives late must not replace what is newer, and what its source took back is
/// marked.</summary>
internal sealed partial class Candidate
{
    private const string WithdrawnRule = "source.withdrawn";

    /// <summary>Its source took it back.</summary>
    public bool IsWithdrawn => Screening?.Findings.Any(finding => finding.Rule == WithdrawnRule) ?? false;

    /// <summary>Its source took it back: a waiting one is taken out, an offered one cannot be approved; what a person decided is not
    /// changed.</summary>
    /// <returns>False where that changes nothing any more.</returns>
    public bool Withdraw(string message, string messageEn, DateTimeOffset now)
    {
        if (
            IsWithdrawn
            || State
                is not (
                    CandidateState.Waiting
                    or CandidateState.Offered
                    or CandidateState.Merged
                    or CandidateState.Verification
                    or CandidateState.Blocked
                )
        )
        {
            return false;
        }

        var finding = new Finding
        {
            Rule = WithdrawnRule,
            Severity = Severity.Block,
            Message = message,
            MessageEn = messageEn,
            Evidence = Url,
        };
        Screening = (Screening ?? new Screening(Revision, Contracts.Verdict.Blocked, [], [], "", now)).BlockedBy(finding);
        if (State is CandidateState.Waiting or CandidateState.Merged)
        {
            (State, LeadsEvent, MergedInto) = (CandidateState.Blocked, null, null);
        }

        Version++;
        return true;
    }

    /// <summary>A screening of what was fetched before, by another policy or of a reviewer's text, does not bring the source back.</summary>
    private Finding? WithdrawalAfter(ItemScreened message) =>
        message.Source.FetchedAt <= Source?.FetchedAt ? Screening?.Findings.FirstOrDefault(finding => finding.Rule == WithdrawnRule) : null;

    private bool IsOutdated(ItemScreened message) =>
        Source is { } source
        && (
            message.Source.FetchedAt < source.FetchedAt
            || (
                message.Source.SnapshotId == source.SnapshotId
                && Screening is { } known
                && known.Revision == message.Revision
                && IsOlder(message, known)
            )
        );

    private static bool IsOlder(ItemScreened message, Screening known) =>
        message.PolicyNumber > 0 && known.PolicyNumber > 0 && message.PolicyNumber != known.PolicyNumber
            ? message.PolicyNumber < known.PolicyNumber
            : message.ScreenedAt < known.ScreenedAt;
}
