using NewsEducator.Contracts;

namespace NewsEducator.Review.Packs.Audit;

/// <summary>Something that was dropped before it became a candidate: the audit of the day's pack.</summary>
internal sealed class AuditEntry
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
