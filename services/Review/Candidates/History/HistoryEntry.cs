using NewsEducator.Contracts;

namespace NewsEducator.Review.Candidates.History;

/// <summary>What somebody did to a candidate; never changed or deleted.</summary>
internal sealed class HistoryEntry
{
    /// <summary>Counts without a gap, in the order of the chain; set by the database.</summary>
    public long Id { get; private set; }

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

    /// <summary>The texts before an edit, one line each.</summary>
    public string? TextBefore { get; init; }

    /// <summary>The texts after it.</summary>
    public string? TextAfter { get; init; }

    /// <summary>The reason that stood before a decision; an undo brings it back.</summary>
    public string? ReasonBefore { get; init; }

    /// <summary>The entry that this one took back.</summary>
    public long? Undoes { get; init; }

    /// <summary>SHA-256 over the entry before and this one, see <see cref="HistoryChain"/>; set by the database.</summary>
    public string Hash { get; private set; } = "";
}
