using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors;

/// <summary>An item with its text, as the upstream served it.</summary>
internal sealed record FetchedItem
{
    /// <summary>With the address that the upstream itself gives the item: that is where redirects and renames end.</summary>
    public required ItemFacts Facts { get; init; }

    public string? AuthorId { get; init; }

    /// <summary>open, closed, answered, merged …, as the source calls it.</summary>
    public string? State { get; init; }

    /// <summary>How the upstream answered; kept for every connector alike.</summary>
    public SnapshotResponse? Response { get; init; }

    /// <summary>What the upstream has of the item and did not serve this time, in words; null where this is all of it. What was collected
    /// before is not replaced by less.</summary>
    public string? Unserved { get; init; }

    /// <summary>Body, comments or transcript in order of time; the title is among the facts.</summary>
    public required IReadOnlyList<TextPart> Parts { get; init; }
}

/// <summary>One piece of an item's text.</summary>
internal sealed record TextPart(SectionKind Kind, string Text)
{
    /// <summary>Who wrote it, where that is not the item's author.</summary>
    public string? Author { get; init; }

    public int Reactions { get; init; }

    public bool IsAnswer { get; init; }
}
