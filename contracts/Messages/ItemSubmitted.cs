using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review. Consumed by: Collector.</summary>
/// <remarks>A foreign pack names this URL; it is to be fetched and its claims checked like any other.</remarks>
public sealed record ItemSubmitted : IMessage
{
    public required string Url { get; init; }

    public required Submission Submission { get; init; }

    [JsonIgnore]
    public string NaturalKey => Submission.Id.ToString("N");
}
