using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>What arrived as approved: published when its pack is released, or refused.</summary>
internal sealed class ApprovedItem
{
    public required Guid CandidateId { get; init; }

    public required Guid PackId { get; init; }

    public required int Number { get; init; }

    public required ApprovedContent Content { get; init; }

    /// <summary>The hash that the approval was bound to.</summary>
    public required string ContentHash { get; init; }

    public required string ApprovedBy { get; init; }

    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>Review's signature was verified. What came before approvals were signed waits until Review has sent it again.</summary>
    public bool IsSigned { get; init; }

    /// <summary>W3C traceparent of the item's way through the services.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Whether the content is exactly what the reviewer approved.</summary>
    public bool IsGenuine => Contracts.ContentHash.Of(Content) == ContentHash;
}
