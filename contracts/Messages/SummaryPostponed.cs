using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Summarizer. Consumed by: Summarizer.</summary>
/// <remarks>No model is available and no substitute is allowed: the item waits, and is tried again when this message is sent.</remarks>
public sealed record SummaryPostponed : IMessage
{
    public required ItemCollected Collected { get; init; }

    /// <summary>1 for the first time that the item had to wait.</summary>
    public required int Times { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{Collected.NaturalKey}:{Times}";
}
