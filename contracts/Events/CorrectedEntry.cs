namespace NewsEducator.Contracts;

/// <summary>An item of a digest whose text was corrected.</summary>
public sealed record CorrectedEntry
{
    public required Guid ItemId { get; init; }

    public required int Number { get; init; }

    /// <summary>The digest's revision that corrected it.</summary>
    public required int Revision { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}
