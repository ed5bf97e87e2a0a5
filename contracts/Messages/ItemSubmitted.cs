using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review. Consumed by: Collector.</summary>
/// <remarks>A foreign pack names this URL; it is to be fetched and its claims checked like any other.</remarks>
public sealed record ItemSubmitted : IRepeatable
{
    public required string Url { get; init; }

    public required Submission Submission { get; init; }

    [JsonIgnore]
    public DateTimeOffset? SentAgainAt => Submission.SentAgainAt;

    [JsonIgnore]
    public string NaturalKey => $"{Submission.Id:N}{IRepeatable.Mark(SentAgainAt)}";
}
