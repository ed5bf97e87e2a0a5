using System.ComponentModel.DataAnnotations;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;

namespace NewsEducator.Review.Packs;

/// <summary>Section <c>Review</c>, as far as it orders a pack: all in points of value, of which an item has 0 to 3.</summary>
internal record RankingOptions
{
    // The signal score goes to 10, the value to 3.
    private const double ValueOfScore = 0.3;

    /// <summary>The most candidates a pack offers; the aim is 3 to 5 approvals.</summary>
    [Range(1, 500)]
    public int PackSize { get; set; } = 12;

    /// <summary>Points that each further candidate of one concept loses against those of other concepts; 0 spreads nothing.</summary>
    [Range(0, 10)]
    public double RepeatPenalty { get; set; } = 0.25;

    /// <summary>The same for further candidates of one author, channel or repository.</summary>
    [Range(0, 10)]
    public double SourcePenalty { get; set; } = 0.1;

    /// <summary>What a point of value weighs.</summary>
    [Range(0, 10)]
    public double ValueWeight { get; set; } = 1;

    /// <summary>Points for each doubling of the independent sources of an event.</summary>
    [Range(0, 10)]
    public double VoicesWeight { get; set; } = 0.3;

    /// <summary>Points for what has just arrived; half of them after <see cref="ReviewOptions.Window"/>.</summary>
    [Range(0, 10)]
    public double RecencyWeight { get; set; } = 0.1;

    /// <summary>Below this likelihood of being worth a review nothing is offered, 0 to 1. An empty day is a good answer.</summary>
    [Range(0, 1)]
    public double LowestWorth { get; set; } = Judgement.LowestWorth;

    /// <summary>Below this value nothing is offered, 0 to 3.</summary>
    [Range(0, 3)]
    public double LowestValue { get; set; } = Judgement.LowestValue;

    /// <summary>Screened items that waited longer than this expire with the next cut.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(3);

    /// <summary>What nobody judged is offered.</summary>
    public bool IsAboveFloor(Candidate candidate) => candidate.Content.Judgement?.IsAbove(LowestWorth, LowestValue) ?? true;

    public double WorthOf(Candidate candidate, DateTimeOffset now) =>
        (ValueWeight * (candidate.Content.Judgement?.Value ?? (ValueOfScore * candidate.Score)))
        + (VoicesWeight * Math.Log2(1 + candidate.FurtherSources.Count))
        + (RecencyWeight * Math.Pow(2, -Math.Max(0, (now - candidate.ArrivedAt) / Window)));
}
