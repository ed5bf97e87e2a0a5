namespace NewsEducator.Contracts;

/// <summary>What a foreign pack says about one of its items.</summary>
public sealed record Submission
{
    /// <summary>Stable for (pack date, number, URL), see <see cref="ItemIds.ForSubmission"/>.</summary>
    public required Guid Id { get; init; }

    public required DateOnly PackDate { get; init; }

    /// <summary>The item's number in its pack, from 1.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>A label of <see cref="ItemTypes"/>.</summary>
    public required string Type { get; init; }

    public required string Summary { get; init; }

    /// <summary>See <see cref="IRepeatable.SentAgainAt"/>; it goes with what the Collector makes of the submission.</summary>
    public DateTimeOffset? SentAgainAt { get; init; }
}
