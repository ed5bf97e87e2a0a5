using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review. Consumed by: Compliance.</summary>
/// <remarks>A candidate is offered again, as another one: the former one's screening holds for it.</remarks>
public sealed record CandidateReturned : IMessage
{
    /// <summary>The one that is offered now.</summary>
    public required Guid CandidateId { get; init; }

    /// <summary>The one that a released pack offered.</summary>
    public required Guid Former { get; init; }

    [JsonIgnore]
    public string NaturalKey => CandidateId.ToString("N");
}
