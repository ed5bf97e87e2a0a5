using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Public event <c>item.retracted.v1</c> on the topic exchange <c>news-educator.digests</c>, plain JSON.</summary>
/// <remarks>Published by: Publisher. Consumed by: whoever keeps items; with a takedown they are asked to remove the text.</remarks>
public sealed record ItemRetracted : IAnnouncement
{
    /// <summary>The event's id: the same for every repeat.</summary>
    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    public required DateOnly DigestDate { get; init; }

    /// <summary>The item's in its digest.</summary>
    public required int Number { get; init; }

    /// <summary>The digest's, without the item.</summary>
    public required int Revision { get; init; }

    /// <summary><c>Retraction</c>: it was wrong; <c>Takedown</c>: whoever keeps its text should remove it.</summary>
    public required string Kind { get; init; }

    public required string Reason { get; init; }

    /// <summary>The item's page, which says so.</summary>
    public required string Url { get; init; }

    public required DateTimeOffset RetractedAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{ItemId:N}:{Revision}";
}
