using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Stories;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Signing;

namespace NewsEducator.Review.Packs.Releases;

/// <summary>Tells the Publisher exactly what was approved, and everybody what became of the rest.</summary>
internal sealed class ReleaseMessages(ReviewDb db, SigningKey key)
{
    public async Task SendAsync(Pack pack, CancellationToken cancellationToken)
    {
        foreach (var candidate in pack.Real)
        {
            Announce(pack, candidate);
        }

        db.Publish(Released(pack, sentAgainAt: null));
        await db.ReturnMergedAsync(pack.Real, cancellationToken);
        ReviewMetrics.Released();
    }

    /// <summary>Once more to the Publisher, which lacks it or has it unsigned.</summary>
    public void SendAgain(Pack pack, DateTimeOffset now)
    {
        SendAgain(pack, In(pack, CandidateState.Approved), now);
        db.Publish(Released(pack, now));
    }

    /// <summary>Approvals once more, to whoever lacks them.</summary>
    public void SendAgain(Pack pack, IEnumerable<Candidate> approved, DateTimeOffset now)
    {
        foreach (var candidate in approved)
        {
            db.Publish(Approved(pack, candidate, now), candidate.TraceParent);
        }
    }

    /// <summary>What was signed of a release that was sent: the approvals, and the release itself.</summary>
    public BundleSignatures SignaturesOf(Pack pack) =>
        pack is { IsReleased: true, HeldUntil: null }
            ? new BundleSignatures
            {
                Approved = [.. In(pack, CandidateState.Approved).Select(candidate => Approved(pack, candidate, sentAgainAt: null))],
                Released = Released(pack, sentAgainAt: null),
            }
            : new BundleSignatures { Approved = [], Released = null };

    private PackReleased Released(Pack pack, DateTimeOffset? sentAgainAt)
    {
        var message = new PackReleased
        {
            PackId = pack.Id,
            PackDate = pack.Date,
            Approved =
            [
                .. In(pack, CandidateState.Approved)
                    .Select(each => new ReleasedItem { CandidateId = each.Id, ContentHash = each.ApprovedHash! }),
            ],
            Skipped = In(pack, CandidateState.Skipped).Count(),
            NeedsVerify = In(pack, CandidateState.Verification).Count(),
            Undecided = In(pack, CandidateState.Expired).Concat(In(pack, CandidateState.Blocked)).Count(),
            ReleasedBy = pack.ReleasedBy!,
            ReleasedAt = pack.ReleasedAt!.Value,
            SentAgainAt = sentAgainAt,
        };
        return message with { Signature = key.Sign(SignedText.Of(message)) };
    }

    private static IEnumerable<Candidate> In(Pack pack, CandidateState state) => pack.Real.Where(candidate => candidate.State == state);

    private void Announce(Pack pack, Candidate candidate)
    {
        switch (candidate.State)
        {
            case CandidateState.Approved:
                db.Publish(Approved(pack, candidate, sentAgainAt: null), candidate.TraceParent);
                break;
            case CandidateState.Skipped:
                db.Publish(Skipped(pack, candidate), candidate.TraceParent);
                break;
            case CandidateState.Verification:
                db.Publish(Opened(pack, candidate), candidate.TraceParent);
                break;
        }
    }

    private ItemApproved Approved(Pack pack, Candidate candidate, DateTimeOffset? sentAgainAt)
    {
        var message = new ItemApproved
        {
            CandidateId = candidate.Id,
            PackId = pack.Id,
            PackDate = pack.Date,
            Number = candidate.Number!.Value,
            Content = candidate.ToApprovedContent(),
            ContentHash = candidate.ApprovedHash!,
            ApprovedBy = candidate.DecidedBy!,
            ApprovedAt = candidate.DecidedAt!.Value,
            SentAgainAt = sentAgainAt,
        };
        return message with { Signature = key.Sign(SignedText.Of(message)) };
    }

    private static ItemSkipped Skipped(Pack pack, Candidate candidate) =>
        new()
        {
            CandidateId = candidate.Id,
            ItemId = candidate.ItemId,
            PackDate = pack.Date,
            SkippedBy = candidate.DecidedBy!,
            SkippedAt = candidate.DecidedAt!.Value,
        };

    private static VerificationOpened Opened(Pack pack, Candidate candidate) =>
        new()
        {
            CandidateId = candidate.Id,
            ItemId = candidate.ItemId,
            PackDate = pack.Date,
            Questions = candidate.Reason,
            OpenedBy = candidate.DecidedBy!,
            OpenedAt = candidate.DecidedAt!.Value,
        };
}
