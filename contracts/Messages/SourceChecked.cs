using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Collector. Consumed by: Review.</summary>
/// <remarks>The source of a candidate that waits was looked at: it stands, it was taken back, or it did not answer.</remarks>
public sealed record SourceChecked : IMessage
{
    public required Guid CandidateId { get; init; }

    /// <summary>See <see cref="SourceCheckRequested.Look"/>.</summary>
    public required int Look { get; init; }

    /// <summary>How its source took it back, Chinese, for reviewers; null where it did not.</summary>
    public string? Withdrawn { get; init; }

    /// <summary>Why the look says nothing of the source; null where it stands or was taken back.</summary>
    public string? Fault { get; init; }

    /// <summary>With a fault: the host said that the source is not there; it counts as taken back when it says so again.</summary>
    public bool IsMissing { get; init; }

    /// <summary>With a fault: when to look again.</summary>
    public DateTimeOffset? NextLookAt { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{CandidateId:N}:{Look}";
}
