using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Collector. Consumed by: Review.</summary>
/// <remarks>Something a source served was not collected; it ends here, counted by reason and listed in the audit of the day's
/// pack.</remarks>
public sealed record ItemDropped : IMessage
{
    /// <summary>Stable for the URL, see <see cref="ItemIds.ForUrl"/>.</summary>
    public required Guid ItemId { get; init; }

    public required string Url { get; init; }

    public string? Title { get; init; }

    public required DropReason Reason { get; init; }

    /// <summary>What was found, in words for ops and reviewers.</summary>
    public required string Detail { get; init; }

    public required DateTimeOffset DroppedAt { get; init; }

    public Submission? Submission { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{Submission?.Id ?? ItemId:N}:{Reason}";
}
