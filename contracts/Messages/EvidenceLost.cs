using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Compliance. Consumed by: Review.</summary>
/// <remarks>The source of a published item changed, and sentences that it backed are backed by it no more. Nothing is corrected by
/// itself.</remarks>
public sealed record EvidenceLost : IMessage
{
    public required Guid CandidateId { get; init; }

    public required Guid ItemId { get; init; }

    public required string CanonicalUrl { get; init; }

    /// <summary>What the approval rested on.</summary>
    public required string SnapshotId { get; init; }

    /// <summary>What the source says now; null where it is gone.</summary>
    public string? NewSnapshotId { get; init; }

    public required IReadOnlyList<LostSentence> Lost { get; init; }

    /// <summary>The published summary without these sentences; null where none is left, which means to retract the item.</summary>
    public string? Proposal { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{CandidateId:N}:{NewSnapshotId ?? "gone"}:{FoundAt:O}";
}

/// <summary>A published sentence that lost its evidence.</summary>
public sealed record LostSentence
{
    public required string Sentence { get; init; }

    /// <summary>What backed it: offsets into the snapshot that was approved.</summary>
    public EvidenceSpan? Was { get; init; }

    /// <summary>The passage that replaced it: offsets into the new snapshot; null if nothing did.</summary>
    public EvidenceSpan? Now { get; init; }
}
