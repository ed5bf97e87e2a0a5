using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Collector. Consumed by: Compliance.</summary>
/// <remarks>The source of a published item was looked at again: what it says now, that it is not there, or that its host was in
/// trouble.</remarks>
public sealed record ItemRevisited : IMessage
{
    public required Guid CandidateId { get; init; }

    /// <summary>See <see cref="RevisitRequested.Look"/>.</summary>
    public required int Look { get; init; }

    /// <summary>What the source says now; null if it could not be fetched.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>Why it could not be fetched.</summary>
    public string? Fault { get; init; }

    /// <summary>The fault passes: nothing is known of the source.</summary>
    public bool ComesAgain { get; init; }

    /// <summary>The host asked not to be asked before.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    public required DateTimeOffset RevisitedAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{CandidateId:N}:{Look}";
}
