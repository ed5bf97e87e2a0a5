namespace NewsEducator.Contracts;

/// <summary>An item that a digest no longer holds.</summary>
public sealed record WithdrawnEntry
{
    public required Guid ItemId { get; init; }

    public required int Number { get; init; }

    /// <summary><c>Retraction</c>: it was wrong; <c>Takedown</c>: whoever keeps its text should remove it.</summary>
    public required string Kind { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}
