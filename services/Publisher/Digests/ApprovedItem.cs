using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>What arrived as approved: published when its pack is released, or refused.</summary>
internal sealed class ApprovedItem
{
    public required Guid CandidateId { get; init; }

    public required Guid PackId { get; set; }

    public required int Number { get; set; }

    public required ApprovedContent Content { get; set; }

    /// <summary>The hash that the approval was bound to.</summary>
    public required string ContentHash { get; set; }

    public required string ApprovedBy { get; set; }

    public required DateTimeOffset ApprovedAt { get; set; }

    /// <summary>Review's signature was verified. What came before approvals were signed waits until Review has sent it again.</summary>
    public bool IsSigned { get; set; }

    /// <summary>W3C traceparent of the item's way through the services.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Whether the content is exactly what the reviewer approved.</summary>
    public bool IsGenuine => Contracts.ContentHash.Of(Content) == ContentHash;
}
