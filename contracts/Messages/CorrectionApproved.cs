using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review. Consumed by: Publisher.</summary>
/// <remarks>A person approved this text in place of what is published of an item. The Publisher recomputes the hash and refuses anything
/// else.</remarks>
public sealed record CorrectionApproved : IRepeatable
{
    public required Guid CorrectionId { get; init; }

    /// <summary>The candidate as which the new text was screened and approved.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>The candidate by which the item was published.</summary>
    public required Guid CandidateId { get; init; }

    /// <summary>The text that it replaces, see <see cref="Contracts.ContentHash"/>; where another one is published, nothing is
    /// replaced.</summary>
    public required string Replaces { get; init; }

    public required ApprovedContent Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>, lower-case hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>What was wrong, for readers.</summary>
    public required string Reason { get; init; }

    public required string ApprovedBy { get; init; }

    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>Review's, over <see cref="SignedText"/>; the Publisher refuses what has none.</summary>
    public MessageSignature? Signature { get; init; }

    public DateTimeOffset? SentAgainAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{CorrectionId:N}:{DraftId:N}{IRepeatable.Mark(SentAgainAt)}";
}
