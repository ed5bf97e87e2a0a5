using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Collector. Consumed by: Review, Compliance.</summary>
/// <remarks>
/// The source took back what was collected: an advisory was withdrawn, an issue deleted, transferred or locked as spam, a video removed.
/// Whoever has the item waiting, offered or published learns it; nothing is decided or corrected by itself.
/// </remarks>
public sealed record ItemWithdrawn : IMessage
{
    public required Guid ItemId { get; init; }

    public required string Url { get; init; }

    /// <summary>What happened to it, Chinese, for reviewers.</summary>
    public required string Detail { get; init; }

    public required DateTimeOffset WithdrawnAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{ItemId:N}:{WithdrawnAt.UtcTicks}";
}
