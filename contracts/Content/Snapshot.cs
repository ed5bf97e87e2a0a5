namespace NewsEducator.Contracts;

/// <summary>The text fetched for an item, kept unchanged: the evidence.</summary>
public sealed record Snapshot
{
    /// <summary>SHA-256 over kind, canonical URL, title, author and text, lower-case hex.</summary>
    public required string Id { get; init; }

    public required Guid ItemId { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>The identity of the page, see <see cref="Contracts.CanonicalUrl"/>.</summary>
    public required string CanonicalUrl { get; init; }

    /// <summary>Where the fetch ended, as written.</summary>
    public required string FinalUrl { get; init; }

    public required string Title { get; init; }

    /// <summary>Account, channel or organisation.</summary>
    public string? Author { get; init; }

    /// <summary>The author's id where the source has one besides the name, for example a channel id.</summary>
    public string? AuthorId { get; init; }

    /// <summary>open, closed, answered, merged …, as the source calls it.</summary>
    public string? State { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The source gives no date that can be read: <see cref="PublishedAt"/> is when the item was first seen.</summary>
    public bool PublishedAtIsFirstSeen { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>How the source answered; null for snapshots that were taken before this was kept.</summary>
    public SnapshotResponse? Response { get; init; }

    /// <summary>Everything a claim may rest on: title, body, comments or transcript, one after the other, blank lines between.</summary>
    public required string Text { get; init; }

    /// <summary>What each part of <see cref="Text"/> is, in order.</summary>
    public required IReadOnlyList<SnapshotSection> Sections { get; init; }
}

/// <summary>What the source said with the text: header values as served, without control characters, at most 512 characters each; null
/// where it said none.</summary>
public sealed record SnapshotResponse
{
    /// <summary>The HTTP status code.</summary>
    public required int Status { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The source's own clock.</summary>
    public string? Date { get; init; }
}

/// <summary>A part of a snapshot's text: UTF-16 offsets.</summary>
public sealed record SnapshotSection
{
    public required SectionKind Kind { get; init; }

    public required int Start { get; init; }

    public required int Length { get; init; }

    /// <summary>Who wrote it, where that is not the item's author.</summary>
    public string? Author { get; init; }

    public int Reactions { get; init; }

    /// <summary>The source marks it as the answer or resolution.</summary>
    public bool IsAnswer { get; init; }
}

/// <summary>What a section of a snapshot is.</summary>
public enum SectionKind
{
    Title,
    Body,
    Comment,
    Transcript,
}
