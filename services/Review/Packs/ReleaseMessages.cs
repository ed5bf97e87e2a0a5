using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Packs;

/// <summary>Tells the Publisher exactly what was approved, and everybody what became of the rest.</summary>
internal static class ReleaseMessages
{
    public static async Task SendReleaseAsync(this ReviewDb db, Pack pack, CancellationToken cancellationToken)
    {
        foreach (var candidate in pack.Real)
        {
            Announce(db, pack, candidate);
        }

        db.Publish(new PackReleased
        {
            PackId = pack.Id,
            PackDate = pack.Date,
            Approved = [.. In(pack, CandidateState.Approved).Select(each => new ReleasedItem { CandidateId = each.Id, ContentHash = each.ApprovedHash! })],
            Skipped = In(pack, CandidateState.Skipped).Count(),
            NeedsVerify = In(pack, CandidateState.Verification).Count(),
            Undecided = In(pack, CandidateState.Expired).Concat(In(pack, CandidateState.Blocked)).Count(),
            ReleasedBy = pack.ReleasedBy!,
            ReleasedAt = pack.ReleasedAt!.Value,
        });
        await db.ReturnMergedAsync(pack.Real, cancellationToken);
        ReviewMetrics.Released();
    }

    private static IEnumerable<Candidate> In(Pack pack, CandidateState state) => pack.Real.Where(candidate => candidate.State == state);

    private static void Announce(ReviewDb db, Pack pack, Candidate candidate)
    {
        switch (candidate.State)
        {
            case CandidateState.Approved:
                db.Publish(Approved(pack, candidate), candidate.TraceParent);
                break;
            case CandidateState.Skipped:
                db.Publish(Skipped(pack, candidate), candidate.TraceParent);
                break;
            case CandidateState.Verification:
                db.Publish(Opened(pack, candidate), candidate.TraceParent);
                break;
        }
    }

    private static ItemApproved Approved(Pack pack, Candidate candidate) => new()
    {
        CandidateId = candidate.Id,
        PackId = pack.Id,
        PackDate = pack.Date,
        Number = candidate.Number!.Value,
        Content = candidate.ToApprovedContent(),
        ContentHash = candidate.ApprovedHash!,
        ApprovedBy = candidate.DecidedBy!,
        ApprovedAt = candidate.DecidedAt!.Value,
    };

    private static ItemSkipped Skipped(Pack pack, Candidate candidate) => new()
    {
        CandidateId = candidate.Id,
        ItemId = candidate.ItemId,
        PackDate = pack.Date,
        SkippedBy = candidate.DecidedBy!,
        SkippedAt = candidate.DecidedAt!.Value,
    };

    private static VerificationOpened Opened(Pack pack, Candidate candidate) => new()
    {
        CandidateId = candidate.Id,
        ItemId = candidate.ItemId,
        PackDate = pack.Date,
        Questions = candidate.Reason,
        OpenedBy = candidate.DecidedBy!,
        OpenedAt = candidate.DecidedAt!.Value,
    };
}
