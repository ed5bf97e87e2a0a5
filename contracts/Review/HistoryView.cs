namespace NewsEducator.Contracts;

/// <summary>What somebody did to a candidate or a pack.</summary>
public sealed record HistoryView
{
    /// <summary>Counts all entries without a gap; the order in which they were chained.</summary>
    public required long Id { get; init; }

    public required Guid PackId { get; init; }

    /// <summary>The pack's id where the entry is about the pack as a whole.</summary>
    public required Guid CandidateId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary><c>api</c>, <c>page</c>, <c>file</c> or <c>notes</c>.</summary>
    public required string Via { get; init; }

    public required HistoryAction Action { get; init; }

    public Choice? Before { get; init; }

    public Choice? After { get; init; }

    public string? Reason { get; init; }

    /// <summary>SHA-256 of the content that was approved.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Title, summary and, where there are any, one-liner, analogy and terms before an edit, one line each.</summary>
    public string? TextBefore { get; init; }

    /// <summary>The same after it.</summary>
    public string? TextAfter { get; init; }

    /// <summary>The edit word by word; empty where nothing was edited.</summary>
    public IReadOnlyList<DiffPart> Diff { get; init; } = [];

    /// <summary>The entry that this one took back.</summary>
    public long? Undoes { get; init; }

    /// <summary>SHA-256 over this entry and the one before it.</summary>
    public required string Hash { get; init; }
}

/// <summary>A run of words that an edit kept, took out or put in.</summary>
public sealed record DiffPart(DiffKind Kind, string Text);

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

public enum HistoryAction
{
    Decided,
    Edited,
    Undone,
    Released,

    /// <summary>A release that was held; <c>Reason</c> says why where nobody did it.</summary>
    TakenBack,

    /// <summary>A verification ended: offered again.</summary>
    Returned,

    /// <summary>A verification ended: skipped for good.</summary>
    Dismissed,

    /// <summary>Under four eyes: one of the two opinions.</summary>
    Opined,

    /// <summary>Named who is to look at it; <c>Reason</c> is the name.</summary>
    Assigned,

    /// <summary>Added to the open pack from the rest that waits.</summary>
    Added,

    /// <summary>Given another concept; the texts before and after are key and name.</summary>
    Reclassified,

    /// <summary>A correction of what is published was proposed; readers see <c>Reason</c>.</summary>
    CorrectionProposed,

    /// <summary>A correction was approved and sent to the Publisher, with both texts.</summary>
    Corrected,

    /// <summary>An entry of the corrections queue was dismissed; <c>Reason</c> says why.</summary>
    CorrectionDismissed,

    /// <summary>A withdrawal was asked for and waits for a second person.</summary>
    WithdrawalProposed,

    /// <summary>A published item was withdrawn; readers see <c>Reason</c>.</summary>
    Withdrawn,

    /// <summary>An end-to-end check sent the item through; it was taken out as it arrived.</summary>
    Checked,
}
