namespace NewsEducator.Contracts;

/// <summary>A proposal to change what is published of an item, from the corrections queue.</summary>
public sealed record CorrectionView
{
    public required Guid Id { get; init; }

    /// <summary>For If-Match.</summary>
    public required string ETag { get; init; }

    public required CorrectionState State { get; init; }

    public required CorrectionOrigin Origin { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>The candidate by which it was published.</summary>
    public required Guid CandidateId { get; init; }

    /// <summary>As it is published.</summary>
    public required string Title { get; init; }

    public required string Url { get; init; }

    /// <summary>The digest's.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The sentence that it is about; null for the item as a whole.</summary>
    public string? Sentence { get; init; }

    /// <summary>What a reader or reviewer says, or what the source's host says of a withdrawal.</summary>
    public string? Note { get; init; }

    /// <summary>Who says so; null for the product and for readers.</summary>
    public string? By { get; init; }

    /// <summary>Published sentences that lost their evidence.</summary>
    public IReadOnlyList<LostSentence> Lost { get; init; } = [];

    /// <summary>The published summary without them; null where none is left or none was lost.</summary>
    public string? Proposal { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>The corrected text with its screening and decision; null until somebody proposes one.</summary>
    public CandidateView? Draft { get; init; }

    /// <summary>What the draft changes, word by word.</summary>
    public IReadOnlyList<DiffPart> Diff { get; init; } = [];

    /// <summary>Why it is corrected, as readers see it.</summary>
    public string? Reason { get; init; }

    /// <summary>Two people have to approve it.</summary>
    public bool NeedsSecond { get; init; }

    /// <summary>A withdrawal that waits for a second person, or was sent.</summary>
    public WithdrawalView? Withdrawal { get; init; }

    /// <summary>Why the Publisher could not apply the last one.</summary>
    public string? Refusal { get; init; }

    /// <summary>Why it was dismissed.</summary>
    public string? DismissedBecause { get; init; }

    public string? EndedBy { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>An item to be retracted or taken down.</summary>
/// <param name="Kind">See <see cref="WithdrawnEntry.Kind"/>.</param>
public sealed record WithdrawalView(string Kind, string Reason, string By, DateTimeOffset At);

/// <summary>Where a correction stands.</summary>
public enum CorrectionState
{
    /// <summary>Nobody has done anything about it.</summary>
    Open,

    /// <summary>A corrected text is screened, and waits to be approved.</summary>
    Proposed,

    /// <summary>One editor wants to withdraw the item; another has to confirm it.</summary>
    AwaitsSecond,

    /// <summary>Approved, signed and on its way to the Publisher.</summary>
    Sent,

    /// <summary>The corrected text is published.</summary>
    Applied,

    /// <summary>The item is no longer published.</summary>
    Withdrawn,

    Dismissed,
}

/// <summary>Who noticed.</summary>
public enum CorrectionOrigin
{
    /// <summary>The source was changed and no longer backs a published sentence.</summary>
    SourceChanged,

    /// <summary>The source is no longer there.</summary>
    SourceGone,

    /// <summary>The source took it back: an advisory was withdrawn, an issue deleted.</summary>
    SourceWithdrawn,

    Reader,

    Reviewer,

    /// <summary>An editor withdrew the item at the Publisher; the entry only records it.</summary>
    Publisher,
}

/// <param name="Items">The longest waiting first; what has ended: the latest first.</param>
/// <param name="Next">Of the next page; null on the last.</param>
public sealed record CorrectionPage(IReadOnlyList<CorrectionView> Items, string? Next);

/// <summary>A reviewer's own finding.</summary>
/// <param name="CandidateId">The candidate by which it was published.</param>
/// <param name="Note">What is wrong, 1 to 1,000 characters.</param>
/// <param name="Sentence">The published sentence that it is about.</param>
public sealed record FindingRequest(Guid CandidateId, string Note, string? Sentence = null);

/// <param name="Reason">1 to 1,000 characters.</param>
public sealed record DismissalRequest(string Reason);

/// <summary>A corrected text: what is null stays as it is published, or as it was proposed before.</summary>
/// <param name="Texts">See <see cref="EditRequest"/>.</param>
/// <param name="Reason">Readers see it; 1 to 500 characters.</param>
/// <param name="NeedsSecond">Two people have to approve it; always so where four eyes are configured.</param>
public sealed record ProposalRequest(EditRequest Texts, string Reason, bool NeedsSecond = false);

/// <param name="Reason">Where sources disagree, why it is approved all the same.</param>
public sealed record ApprovalRequest(string? Reason = null);

/// <param name="Kind"><c>Retraction</c> or <c>Takedown</c>, see <see cref="WithdrawnEntry.Kind"/>.</param>
/// <param name="Reason">Readers see it; 1 to 500 characters.</param>
/// <param name="NeedsSecond">Another editor has to confirm it; always so where four eyes are configured.</param>
public sealed record WithdrawalRequest(string Kind, string Reason, bool NeedsSecond = false);
