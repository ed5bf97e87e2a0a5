namespace NewsEducator.Contracts;

/// <summary>What was fetched, and where its stored text is. Travels with the item through every service.</summary>
public sealed record SourceItem
{
    /// <summary>Stable for the canonical URL, see <see cref="ItemIds.ForUrl"/>.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>SHA-256 of the stored text, lower-case hex; read it with <see cref="ISnapshotsApi"/>.</summary>
    public required string SnapshotId { get; init; }

    /// <summary>The identity of the page, see <see cref="Contracts.CanonicalUrl"/>.</summary>
    public required string CanonicalUrl { get; init; }

    /// <summary>Where the fetch ended after redirects, as written: where readers are sent.</summary>
    public required string FinalUrl { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>The source's own title, as served.</summary>
    public required string Title { get; init; }

    /// <summary>Account, channel or organisation that published it, as served.</summary>
    public string? Author { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The source gives no date that can be read: <see cref="PublishedAt"/> is when the item was first seen.</summary>
    public bool PublishedAtIsFirstSeen { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Signal score, 0 to 10.</summary>
    public required double Score { get; init; }

    /// <param name="snapshot">What was fetched.</param>
    /// <param name="score">See <see cref="Score"/>.</param>
    public static SourceItem Of(Snapshot snapshot, double score) =>
        new()
        {
            ItemId = snapshot.ItemId,
            SnapshotId = snapshot.Id,
            CanonicalUrl = snapshot.CanonicalUrl,
            FinalUrl = snapshot.FinalUrl,
            Kind = snapshot.Kind,
            Title = snapshot.Title,
            Author = snapshot.Author,
            PublishedAt = snapshot.PublishedAt,
            PublishedAtIsFirstSeen = snapshot.PublishedAtIsFirstSeen,
            FetchedAt = snapshot.FetchedAt,
            Score = score,
        };
}
