using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review. Consumed by: Publisher.</summary>
/// <remarks>An editor, or two, retracted or took down a published item from the corrections queue.</remarks>
public sealed record WithdrawalApproved : IRepeatable
{
    public required Guid CorrectionId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>See <see cref="WithdrawnEntry.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>For readers.</summary>
    public required string Reason { get; init; }

    public required string ApprovedBy { get; init; }

    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>Review's, over <see cref="SignedText"/>; the Publisher refuses what has none.</summary>
    public MessageSignature? Signature { get; init; }

    public DateTimeOffset? SentAgainAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{CorrectionId:N}:{Kind}:{ApprovedAt.UtcTicks}{IRepeatable.Mark(SentAgainAt)}";
}
