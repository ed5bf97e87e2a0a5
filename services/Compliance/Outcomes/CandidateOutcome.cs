using NewsEducator.Compliance.Drift;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Outcomes;

/// <summary>What became of a candidate after its review; an open one has none.</summary>
internal sealed class CandidateOutcome
{
    public required Guid CandidateId { get; init; }

    /// <summary>Computed, for approval and publication come in any order and at one moment.</summary>
    public OutcomeState State =>
        this switch
        {
            { PublishedAt: not null } => OutcomeState.Published,
            { Content: not null } => OutcomeState.Approved,
            _ => OutcomeState.Skipped,
        };

    /// <summary>What was approved; null of what was skipped, and until the approval has arrived.</summary>
    public ApprovedContent? Content { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When its source is to be looked at again; null where it is not watched.</summary>
    public DateTimeOffset? NextLookAt { get; private set; }

    public int Looks { get; private set; }

    /// <summary>Looks in a row that did not find the source.</summary>
    public int Misses { get; private set; }

    /// <summary>Looks in a row that the host did not answer, or not to us.</summary>
    public int Troubles { get; private set; }

    /// <summary>Since when they do; null where the last look was answered.</summary>
    public DateTimeOffset? TroubledSince { get; private set; }

    /// <summary>What the source said when it was last looked at.</summary>
    public string? SeenSnapshotId { get; private set; }

    public void Approve(ApprovedContent content)
    {
        // An approval that comes late, or again, does not undo a correction.
        Content ??= content;
        SeenSnapshotId ??= content.SnapshotId;
    }

    public void Publish(DateTimeOffset at, DriftOptions drift)
    {
        // The same publication arrives again when another candidate of its pack is sent again.
        if (PublishedAt is not null)
        {
            return;
        }

        PublishedAt = at;
        NextLookAt = drift.LookAfter(at, Looks);
    }

    /// <summary>Another text is published, which rests on the source as it was seen last.</summary>
    public void Correct(ApprovedContent content) => (Content, SeenSnapshotId) = (content, content.SnapshotId);

    /// <summary>Nothing is published of it any more.</summary>
    public void StopWatching() => NextLookAt = null;

    /// <returns>What the Collector is asked.</returns>
    public RevisitRequested Look(ApprovedContent content, DateTimeOffset now, DriftOptions drift)
    {
        Looks++;
        var next = drift.LookAfter(now, Looks);
        NextLookAt = next - PublishedAt > drift.WatchFor ? null : next;
        return new RevisitRequested
        {
            CandidateId = CandidateId,
            Url = content.CanonicalUrl,
            Look = Looks,
        };
    }

    public void LookAgain(DateTimeOffset at) => NextLookAt = at;

    /// <returns>False where the source says what it said at the look before.</returns>
    public bool Saw(string snapshotId)
    {
        (Misses, Troubles, TroubledSince) = (0, 0, null);
        var changed = SeenSnapshotId != snapshotId;
        SeenSnapshotId = snapshotId;
        return changed;
    }

    /// <returns>How many looks in a row did not find it.</returns>
    public int Miss()
    {
        (Troubles, TroubledSince) = (0, null);
        return ++Misses;
    }

    /// <summary>The look says nothing of the source: it is asked again, later each time.</summary>
    public void Trouble(DateTimeOffset? notBefore, DateTimeOffset now, DriftOptions drift)
    {
        TroubledSince ??= now;
        var again = drift.TryAgain(now, ++Troubles);
        NextLookAt = notBefore > again ? notBefore : again;
    }
}

internal enum OutcomeState
{
    Skipped,

    /// <summary>Released by a person, and not yet seen to be published.</summary>
    Approved,
    Published,
}
