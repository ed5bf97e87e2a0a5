using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review. Consumed by: Collector.</summary>
/// <remarks>A candidate waits for a person; somebody has to see whether its source still stands.</remarks>
public sealed record SourceCheckRequested : IMessage
{
    public required Guid CandidateId { get; init; }

    /// <summary>Where readers are sent.</summary>
    public required string Url { get; init; }

    /// <summary>Counts the looks at this candidate's source, from 1.</summary>
    public required int Look { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{CandidateId:N}:{Look}";
}
