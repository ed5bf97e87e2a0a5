namespace NewsEducator.Contracts;

/// <summary>Another page of the same event: it was fetched, and the reviewer saw it beside the item's own.</summary>
public sealed record FurtherSource
{
    /// <summary>Where readers are sent.</summary>
    public required string Url { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>The source's own title, as served.</summary>
    public required string Title { get; init; }

    public string? Author { get; init; }
}
