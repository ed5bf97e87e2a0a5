using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Collector. Consumed by: Summarizer.</summary>
/// <remarks>A source was fetched and its text stored as a snapshot; it passed the whitelist, the noise rules and the signal
/// threshold.</remarks>
public sealed record ItemCollected : IRepeatable
{
    public required SourceItem Source { get; init; }

    /// <summary>Set when a person asked for this item through a foreign pack; such an item skips noise and signal rules.</summary>
    public Submission? Submission { get; init; }

    /// <summary>The item that told of this event first, where one did: this is news of a story that was covered before.</summary>
    public Guid? UpdateOf { get; init; }

    /// <summary>What was collected of the same event before, the first one first; four at most.</summary>
    public IReadOnlyList<SourceItem> Related { get; init; } = [];

    /// <summary>Counts how often the item's words changed: a text that comes back is the third version, and no repeat of the
    /// first.</summary>
    public int Version { get; init; }

    /// <inheritdoc/>
    public DateTimeOffset? SentAgainAt { get; init; }

    [JsonIgnore]
    public string NaturalKey =>
        $"{Submission?.Id ?? Source.ItemId:N}:{Source.SnapshotId}{(Version > 1 ? $":{Version}" : "")}{IRepeatable.Mark(SentAgainAt)}";
}
