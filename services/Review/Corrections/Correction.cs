using NewsEducator.Contracts;

namespace NewsEducator.Review.Corrections;

/// <summary>A proposal to change what is published of an item.</summary>
internal sealed class Correction
{
    public static readonly IReadOnlyList<CorrectionState> Unended =
    [
        CorrectionState.Open,
        CorrectionState.Proposed,
        CorrectionState.AwaitsSecond,
        CorrectionState.Sent,
    ];

    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>The candidate by which the item was published.</summary>
    public required Guid CandidateId { get; init; }

    public required DateOnly Date { get; init; }

    public required string Title { get; init; }

    public required string Url { get; init; }

    public required CorrectionOrigin Origin { get; set; }

    public CorrectionState State { get; private set; }

    public string? Sentence { get; init; }

    public string? Note { get; set; }

    public string? By { get; init; }

    public IReadOnlyList<LostSentence> Lost { get; private set; } = [];

    public string? Proposal { get; private set; }

    /// <summary>The source as it is now; null where it is as it was, or gone.</summary>
    public string? NewSnapshotId { get; private set; }

    public required DateTimeOffset FoundAt { get; set; }

    /// <summary>The candidate that holds the corrected text.</summary>
    public Guid? DraftId { get; private set; }

    /// <summary>Why it is corrected, as readers see it.</summary>
    public string? Reason { get; private set; }

    public bool NeedsSecond { get; private set; }

    public WithdrawalView? Withdrawal { get; private set; }

    /// <summary>When it went to the Publisher, which has not answered while it is <see cref="CorrectionState.Sent"/>.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The last two who agreed to it, or the one who was enough.</summary>
    public string? SentBy { get; private set; }

    public string? Refusal { get; private set; }

    public string? DismissedBecause { get; private set; }

    public string? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The ETag: counts every change a person can see.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOfSource => Origin is CorrectionOrigin.SourceChanged or CorrectionOrigin.SourceGone or CorrectionOrigin.SourceWithdrawn;

    public bool IsEnded => !Unended.Contains(State);

    public void Touch() => Version++;

    /// <summary>What the source says now is the latest that was found of it.</summary>
    public void Lose(EvidenceLost found)
    {
        if (Origin != CorrectionOrigin.SourceWithdrawn)
        {
            Origin = found.NewSnapshotId is null ? CorrectionOrigin.SourceGone : CorrectionOrigin.SourceChanged;
        }

        (Lost, Proposal, NewSnapshotId, FoundAt) = (found.Lost, found.Proposal, found.NewSnapshotId, found.FoundAt.ToUniversalTime());
        Version++;
    }

    public void TakeBackSource(string detail)
    {
        (Origin, Note) = (CorrectionOrigin.SourceWithdrawn, detail);
        Version++;
    }

    public void Propose(Guid draftId, string reason, bool needsSecond)
    {
        (State, DraftId, Reason, NeedsSecond) = (CorrectionState.Proposed, draftId, reason, needsSecond);
        (Withdrawal, Refusal) = (null, null);
        Version++;
    }

    /// <summary>The proposal is off, and so is a withdrawal that waited for a second person.</summary>
    public void Reopen(string? refusal = null)
    {
        (State, DraftId, Reason, NeedsSecond) = (CorrectionState.Open, null, null, false);
        (Withdrawal, Refusal) = (null, refusal);
        (SentAt, SentBy) = (null, null);
        Version++;
    }

    public void Send(string by, DateTimeOffset at)
    {
        (State, SentBy, SentAt) = (CorrectionState.Sent, by, at);
        Version++;
    }

    /// <summary>It waits for a second person, or is sent with the next call.</summary>
    public void Withdraw(WithdrawalView withdrawal, bool needsSecond)
    {
        (Withdrawal, NeedsSecond) = (withdrawal, needsSecond);
        (DraftId, Reason, Refusal) = (null, null, null);
        State = CorrectionState.AwaitsSecond;
        Version++;
    }

    public void Dismiss(string reason, string by, DateTimeOffset at)
    {
        DismissedBecause = reason;
        End(CorrectionState.Dismissed, by, at);
    }

    public void End(CorrectionState state, string by, DateTimeOffset at)
    {
        (State, EndedBy, EndedAt) = (state, by, at);
        Version++;
    }

    public void EndWithdrawn(ItemRevised revised)
    {
        Withdrawal ??= new WithdrawalView(revised.WithdrawnAs!, revised.Reason, revised.By, revised.RevisedAt.ToUniversalTime());
        End(CorrectionState.Withdrawn, revised.By, revised.RevisedAt.ToUniversalTime());
    }
}
