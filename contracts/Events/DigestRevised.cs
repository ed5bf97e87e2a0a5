using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Public event <c>digest.revised.v1</c> on the topic exchange <c>news-educator.digests</c>, plain JSON.</summary>
/// <remarks>Published by: Publisher. Consumed by: whoever got <see cref="DigestPublished"/>; it replaces what that one said.</remarks>
public sealed record DigestRevised : IAnnouncement
{
    /// <summary>The event's id: the same for every repeat.</summary>
    public required Guid Id { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>From 2; a lower one that arrives later is outdated.</summary>
    public required int Revision { get; init; }

    public required string Title { get; init; }

    /// <summary>The digest's page.</summary>
    public required string Url { get; init; }

    public required DateTimeOffset RevisedAt { get; init; }

    /// <summary>Why it changed, as readers see it.</summary>
    public required string Reason { get; init; }

    /// <summary>Everything that it holds now.</summary>
    public required IReadOnlyList<DigestEntry> Items { get; init; }

    /// <summary>Everything that it no longer holds.</summary>
    public required IReadOnlyList<WithdrawnEntry> Withdrawn { get; init; }

    /// <summary>The items whose text was corrected since the first revision, each with its latest correction.</summary>
    public IReadOnlyList<CorrectedEntry> Corrected { get; init; } = [];

    [JsonIgnore]
    public string NaturalKey => $"{Date:O}:{Revision}";
}
