namespace NewsEducator.Publisher.Feeds;

/// <summary>A feed before it has a format; every text in it can be written as XML.</summary>
internal sealed record FeedDocument
{
    /// <summary>Never changes, whatever the feed is called or where it lies.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required Uri Home { get; init; }

    /// <summary>The folder of its formats.</summary>
    public required Uri Folder { get; init; }

    /// <summary>Tells subscribers of changes (WebSub); null if there is none.</summary>
    public Uri? Hub { get; init; }

    /// <summary>The newest significant change, never the time of rendering.</summary>
    public required DateTimeOffset Updated { get; init; }

    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <summary>Entries that subscribers should drop (RFC 6721).</summary>
    public required IReadOnlyList<FeedTombstone> Tombstones { get; init; }
}

/// <summary>One entry of a feed.</summary>
internal sealed record FeedEntry
{
    public required string Id { get; init; }

    public required Uri Url { get; init; }

    /// <summary>The source's page; null for what is said about an item.</summary>
    public Uri? External { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string Html { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>The last material change: a correction, never a rendering.</summary>
    public required DateTimeOffset Updated { get; init; }

    public required string Language { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>An entry that is no longer published.</summary>
internal sealed record FeedTombstone(string Id, DateTimeOffset When, string Reason);
