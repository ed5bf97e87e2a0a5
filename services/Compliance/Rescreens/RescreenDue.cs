using System.Text.Json.Serialization;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rescreens;

/// <summary>Published and consumed by: Compliance.</summary>
/// <remarks>One candidate of a rescreening waits: any replica takes it, and takes it once.</remarks>
public sealed record RescreenDue : IMessage
{
    public required Guid RescreenId { get; init; }

    public required Guid CandidateId { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{RescreenId:N}:{CandidateId:N}";
}
