namespace NewsEducator.Review.Candidates.History;

/// <summary>A remark of a person on a candidate; never changed or deleted.</summary>
internal sealed class Comment
{
    public long Id { get; init; }

    public required Guid CandidateId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string Text { get; init; }
}
