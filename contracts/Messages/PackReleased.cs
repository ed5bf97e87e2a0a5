using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review. Consumed by: Publisher.</summary>
/// <remarks>Gate 1 is closed for this pack; its digest holds exactly the approved items listed here.</remarks>
public sealed record PackReleased : IRepeatable
{
    public required Guid PackId { get; init; }

    public required DateOnly PackDate { get; init; }

    public required IReadOnlyList<ReleasedItem> Approved { get; init; }

    public required int Skipped { get; init; }

    public required int NeedsVerify { get; init; }

    public required int Undecided { get; init; }

    public required string ReleasedBy { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>Review's, over <see cref="SignedText"/>; the Publisher refuses what has none.</summary>
    public MessageSignature? Signature { get; init; }

    /// <inheritdoc/>
    public DateTimeOffset? SentAgainAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{PackId:N}{IRepeatable.Mark(SentAgainAt)}";
}

/// <summary>One approved candidate of a released pack.</summary>
public sealed record ReleasedItem
{
    public required Guid CandidateId { get; init; }

    /// <summary>SHA-256 of the approved content, lower-case hex.</summary>
    public required string ContentHash { get; init; }
}
