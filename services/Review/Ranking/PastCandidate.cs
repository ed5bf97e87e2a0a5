using NewsEducator.Contracts;

namespace NewsEducator.Review.Ranking;

/// <summary>A candidate of the past, and what people made of it.</summary>
/// <param name="Contender">By what it is ranked.</param>
/// <param name="ItemId">The item; a candidate that is offered again has another id.</param>
/// <param name="Content">As it stands now.</param>
/// <param name="Window">How long it may wait.</param>
/// <param name="Decision">The last one of the item; null where nobody decided.</param>
/// <param name="OfferedOn">Date of the pack that offered it.</param>
/// <param name="Number">Its number there.</param>
internal sealed record PastCandidate(
    Contender Contender,
    Guid ItemId,
    SummaryContent Content,
    TimeSpan Window,
    Choice? Decision,
    DateOnly? OfferedOn,
    int? Number
)
{
    public bool IsWaitingAt(DateTimeOffset moment) => Contender.ArrivedAt <= moment && moment - Contender.ArrivedAt <= Window;

    /// <summary>What offering it was good for.</summary>
    public double Gain =>
        Decision switch
        {
            Choice.Approve => 1,
            Choice.NeedsVerify => 0.5,
            _ => 0,
        };

    public ReplayedCandidate At(Placement placement) =>
        new()
        {
            Id = Contender.Id,
            Title = Content.Title,
            Type = Content.Type,
            Concept = Content.Concept,
            Placement = placement,
            Decision = Decision,
            OfferedOn = OfferedOn,
            Number = Number,
        };
}

/// <summary>A cut of the past.</summary>
/// <param name="Date">Of the pack.</param>
/// <param name="At">When it was cut.</param>
internal sealed record PastCut(DateOnly Date, DateTimeOffset At);

/// <summary>What was approved, and when its pack was released.</summary>
internal sealed record PastApproval(string Concept, DateTimeOffset ReleasedAt);
