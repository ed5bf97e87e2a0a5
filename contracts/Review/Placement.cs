namespace NewsEducator.Contracts;

/// <summary>Why a candidate has its place in its pack: points of value that add up to <see cref="Points"/>.</summary>
public sealed record Placement
{
    public required double Points { get; init; }

    /// <summary>What a reader learns, weighted.</summary>
    public required double Value { get; init; }

    /// <summary>For independent sources of the same event.</summary>
    public required double Voices { get; init; }

    public required double Recency { get; init; }

    /// <summary>0 or less: candidates of its concept or its source stand before it.</summary>
    public required double Repeat { get; init; }

    /// <summary>0 or less: the learning ledger has covered its concept lately.</summary>
    public required double Ledger { get; init; }

    /// <summary>How many approved items of its concept the ledger held.</summary>
    public required int LedgerItems { get; init; }

    /// <summary>Over how many days.</summary>
    public required int LedgerDays { get; init; }
}
