namespace NewsEducator.Review.Candidates;

/// <summary>What somebody did to a candidate; never changed or deleted.</summary>
internal sealed class HistoryEntry
{
    public long Id { get; init; }

    public required Guid PackId { get; init; }

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

    /// <summary>Title and summary before an edit, one line each.</summary>
    public string? TextBefore { get; init; }

    /// <summary>The entry that this one took back.</summary>
    public long? Undoes { get; init; }
}

internal enum HistoryAction
{
    Decided,
    Edited,
    Undone,
    Released,

    /// <summary>A verification ended: offered again.</summary>
    Returned,

    /// <summary>A verification ended: skipped for good.</summary>
    Dismissed,
}
