using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Compliance. Consumed by: Collector.</summary>
/// <remarks>The source of a published item is to be looked at again.</remarks>
public sealed record RevisitRequested : IMessage
{
    public required Guid CandidateId { get; init; }

    /// <summary>The item's canonical URL.</summary>
    public required string Url { get; init; }

    /// <summary>Counts the looks at this candidate's source, from 1.</summary>
    public required int Look { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{CandidateId:N}:{Look}";
}
