using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review, when its pack is released. Consumed by: Publisher, Compliance.</summary>
/// <remarks>A person approved exactly this content. The Publisher recomputes the hash and refuses anything else.</remarks>
public sealed record ItemApproved : IRepeatable
{
    public required Guid CandidateId { get; init; }

    public required Guid PackId { get; init; }

    public required DateOnly PackDate { get; init; }

    /// <summary>The candidate's number in its pack, from 1.</summary>
    public required int Number { get; init; }

    public required ApprovedContent Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>, lower-case hex, see <see cref="ContentHash"/>.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The signed-in person.</summary>
    public required string ApprovedBy { get; init; }

    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>Review's, over <see cref="SignedText"/>; the Publisher refuses what has none.</summary>
    public MessageSignature? Signature { get; init; }

    /// <inheritdoc/>
    public DateTimeOffset? SentAgainAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{PackId:N}:{CandidateId:N}{IRepeatable.Mark(SentAgainAt)}";
}
