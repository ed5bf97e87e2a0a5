using NewsEducator.Publisher.Corrections;

namespace NewsEducator.Publisher.Digests;

/// <summary>One change of a published digest, visible to readers.</summary>
public sealed class DigestRevision
{
    public required DateOnly Date { get; init; }

    /// <summary>From 2.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; not shown to readers.</summary>
    public required string By { get; init; }

    public required RevisionKind Kind { get; init; }

    /// <summary>Empty where the item was taken down since: it may quote what the item said.</summary>
    public required string Reason { get; set; }

    public required Guid ItemId { get; init; }

    public required int ItemNumber { get; init; }

    /// <summary>The item's; null where it was taken down.</summary>
    public string? Title { get; set; }

    /// <summary>What it said before a correction; null for anything else, and where the item was taken down since.</summary>
    public RevisedText? Before { get; set; }

    public RevisedText? After { get; set; }

    /// <summary>The feeds that have to say so.</summary>
    public required string ConceptKey { get; init; }

    public required string Type { get; init; }
}
