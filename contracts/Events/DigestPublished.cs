using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Public event <c>digest.published.v1</c> on the topic exchange <c>news-educator.digests</c>, plain JSON.</summary>
/// <remarks>Published by: Publisher. Consumed by: any downstream system; a repeat has the same id.</remarks>
public sealed record DigestPublished : IAnnouncement
{
    /// <summary>The event's id: the same for every repeat.</summary>
    public required Guid Id { get; init; }

    /// <summary>The pack's date, in the configured zone.</summary>
    public required DateOnly Date { get; init; }

    public required int Revision { get; init; }

    public required string Title { get; init; }

    /// <summary>The digest's page.</summary>
    public required string Url { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required IReadOnlyList<DigestEntry> Items { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{Date:O}:{Revision}";
}

/// <summary>One published item of a digest.</summary>
public sealed record DigestEntry
{
    public required Guid ItemId { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Url { get; init; }

    /// <summary>A label such as 生产事故; see <see cref="ItemTypes"/>.</summary>
    public required string Type { get; init; }

    public required Concept Concept { get; init; }

    public required string Summary { get; init; }

    public string? OneLiner { get; init; }

    /// <summary>The summary's sentences with what was checked of each; empty where that was not kept.</summary>
    public IReadOnlyList<DigestSentence> Sentences { get; init; } = [];

    /// <summary>Other pages of the same event, each fetched and seen by the reviewer.</summary>
    public IReadOnlyList<FurtherSource> FurtherSources { get; init; } = [];

    /// <summary>SHA-256 of the approved content, lower-case hex.</summary>
    public required string ContentHash { get; init; }
}

/// <summary>A published sentence.</summary>
public sealed record DigestSentence
{
    public required string Text { get; init; }

    public required SentenceState State { get; init; }
}
