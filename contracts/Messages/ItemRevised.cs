using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Publisher. Consumed by: Review, Compliance.</summary>
/// <remarks>A published item was corrected or withdrawn, or what Review approved could not be applied.</remarks>
public sealed record ItemRevised : IMessage
{
    public required Guid ItemId { get; init; }

    public required Guid CandidateId { get; init; }

    /// <summary>The digest's.</summary>
    public required int Revision { get; init; }

    /// <summary>Whose result this is; null for what an editor did at the Publisher.</summary>
    public Guid? CorrectionId { get; init; }

    public Guid? DraftId { get; init; }

    /// <summary>What is published now; null where nothing is, or nothing changed.</summary>
    public ApprovedContent? Content { get; init; }

    /// <summary>See <see cref="WithdrawnEntry.Kind"/>; null where it was corrected.</summary>
    public string? WithdrawnAs { get; init; }

    /// <summary>For readers.</summary>
    public required string Reason { get; init; }

    public required string By { get; init; }

    /// <summary>Why it was not applied; null once it was.</summary>
    public string? Refusal { get; init; }

    public required DateTimeOffset RevisedAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{ItemId:N}:{Revision}:{CorrectionId:N}:{DraftId:N}{(Refusal is null ? "" : ":refused")}";
}
