using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Public event <c>card.drafted.v1</c> on the topic exchange <c>news-educator.digests</c>, plain JSON.</summary>
/// <remarks>Published by: Publisher. Consumed by: any downstream system.</remarks>
public sealed record CardDrafted : IAnnouncement
{
    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    public required DateOnly DigestDate { get; init; }

    public required string Title { get; init; }

    public required Concept Concept { get; init; }

    /// <summary>The card's Markdown.</summary>
    public required string Url { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => Id.ToString("N");
}
