using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Collector. Consumed by: Summarizer.</summary>
/// <remarks>A source was fetched and its text stored as a snapshot; it passed the whitelist, the noise rules and the signal threshold.</remarks>
public sealed record ItemCollected : IMessage
{
    public required SourceItem Source { get; init; }

    /// <summary>Set when a person asked for this item through a foreign pack; such an item skips noise and signal rules.</summary>
    public Submission? Submission { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{Submission?.Id ?? Source.ItemId:N}:{Source.SnapshotId}";
}
