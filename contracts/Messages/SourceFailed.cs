using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Collector. For subscribers that watch sources.</summary>
/// <remarks>A poll of a source failed; it backs off and is tried again.</remarks>
public sealed record SourceFailed : IAnnouncement
{
    public required string SourceId { get; init; }

    public required string Error { get; init; }

    public required int ConsecutiveFailures { get; init; }

    public required DateTimeOffset FailedAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{SourceId}:{FailedAt:O}";
}
