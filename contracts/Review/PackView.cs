namespace NewsEducator.Contracts;

/// <summary>A pack in a list.</summary>
public record PackSummary
{
    public required DateOnly Date { get; init; }

    public required PackOrigin Origin { get; init; }

    /// <summary><c>pending-review</c>, <c>reviewed</c> or <c>released</c>.</summary>
    public required string Status { get; init; }

    public required int Items { get; init; }

    public required int Decided { get; init; }

    /// <summary>The pack's ETag, for If-Match.</summary>
    public required string ETag { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public string? DigestUrl { get; init; }
}

/// <summary>A whole pack.</summary>
public sealed record PackView : PackSummary
{
    /// <summary>待运行 / 通过 / 有待核实 N 条 / 拦截 N 条.</summary>
    public required string Compliance { get; init; }

    /// <summary>How many sentences of all candidates are in each state that occurs.</summary>
    public IReadOnlyDictionary<SentenceState, int> States { get; init; } = new Dictionary<SentenceState, int>();

    public required IReadOnlyList<CandidateView> Candidates { get; init; }

    /// <summary>What was dropped on that day before it became a candidate, with the reason.</summary>
    public required IReadOnlyList<DroppedView> Audit { get; init; }

    public required IReadOnlyDictionary<DropReason, int> Dropped { get; init; }

    public string? ReleasedBy { get; init; }

    /// <summary>Approved items that the Publisher did not publish, and why.</summary>
    public required IReadOnlyList<string> Refused { get; init; }

    /// <summary>Of an import: entries whose source is published already and cannot be published again.</summary>
    public IReadOnlyList<PublishedBefore> AlreadyPublished { get; init; } = [];

    /// <summary>Until then a release can be taken back; null where none is held.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>A release waits, until <see cref="HeldUntil"/> at most, for looks at the sources of these numbers; empty where it does
    /// not.</summary>
    public IReadOnlyList<int> AwaitedSources { get; init; } = [];

    /// <summary>What the pack waits for, in words; null where it waits for a person or for nothing.</summary>
    public string? WaitingFor { get; init; }
}

/// <summary>An entry of a pack that was published with an earlier one.</summary>
/// <param name="Number">In the pack at hand.</param>
/// <param name="PackDate">Of the earlier pack.</param>
public sealed record PublishedBefore(int Number, string Url, DateOnly PackDate);

/// <summary>Where a pack came from.</summary>
public enum PackOrigin
{
    Cut,
    Imported,
}

/// <summary>Something that was dropped before it became a candidate.</summary>
public sealed record DroppedView
{
    public required Guid ItemId { get; init; }

    public required DropReason Reason { get; init; }

    /// <summary>The day of the pack, in the configured zone.</summary>
    public required DateOnly Date { get; init; }

    public required string Url { get; init; }

    public string? Title { get; init; }

    public required string Detail { get; init; }

    public required DateTimeOffset DroppedAt { get; init; }
}
