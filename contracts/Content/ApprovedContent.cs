namespace NewsEducator.Contracts;

/// <summary>Exactly what a reviewer saw and approved: everything that can be published of an item.</summary>
public sealed record ApprovedContent
{
    public required Guid ItemId { get; init; }

    /// <summary>The address of the page that was fetched: where readers are sent.</summary>
    public required string CanonicalUrl { get; init; }

    public required SourceKind Kind { get; init; }

    public string? Author { get; init; }

    public required string SnapshotId { get; init; }

    public required string Title { get; init; }

    /// <summary>A label of <see cref="ItemTypes"/>.</summary>
    public required string Type { get; init; }

    public required string Summary { get; init; }

    public string? OneLiner { get; init; }

    public string? Analogy { get; init; }

    public required Concept Concept { get; init; }

    public IReadOnlyList<Term> Terms { get; init; } = [];

    public required string Language { get; init; }

    /// <summary>Each sentence with its best quote, null where it has none (an inference).</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Other pages that tell of the same event.</summary>
    public IReadOnlyList<FurtherSource> FurtherSources { get; init; } = [];
}
