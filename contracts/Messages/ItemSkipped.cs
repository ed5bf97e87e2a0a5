using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review, when its pack is released. Consumed by: Collector, Compliance.</summary>
/// <remarks>A person skipped the item; it is never offered again.</remarks>
public sealed record ItemSkipped : IMessage
{
    public required Guid CandidateId { get; init; }

    public required Guid ItemId { get; init; }

    public required DateOnly PackDate { get; init; }

    public required string SkippedBy { get; init; }

    public required DateTimeOffset SkippedAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => CandidateId.ToString("N");
}
