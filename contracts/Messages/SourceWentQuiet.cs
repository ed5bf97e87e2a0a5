using System.Globalization;
using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Collector. For subscribers that watch sources.</summary>
/// <remarks>Polls of a source succeed, but it has said nothing new for far longer than it used to: somebody should look.</remarks>
public sealed record SourceWentQuiet : IAnnouncement
{
    public required string SourceId { get; init; }

    public required DateTimeOffset LastNewAt { get; init; }

    /// <summary>From one new item to the next, before.</summary>
    public required TimeSpan UsualGap { get; init; }

    [JsonIgnore]
    public string NaturalKey => string.Create(CultureInfo.InvariantCulture, $"{SourceId}:{LastNewAt:O}");
}
