using System.ComponentModel.DataAnnotations;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Ranking;

/// <summary>Section <c>Review</c>, as far as it orders a pack: all in points of value, of which an item has 0 to 3.</summary>
internal record RankingOptions
{
    // The signal score goes to 10, the value to 3.
    private const double ValueOfScore = 0.3;

    /// <summary>The most candidates a pack offers; the aim is 3 to 5 approvals.</summary>
    [Range(1, 500)]
    public int PackSize { get; set; } = 12;

    /// <summary>Points that each further candidate of one concept loses against other concepts; 0: none.</summary>
    [Range(0d, 10d)]
    public double RepeatPenalty { get; set; } = 0.25;

    /// <summary>The same for further candidates of one author, channel or repository.</summary>
    [Range(0d, 10d)]
    public double SourcePenalty { get; set; } = 0.1;

    /// <summary>What a point of value weighs.</summary>
    [Range(0d, 10d)]
    public double ValueWeight { get; set; } = 1;

    /// <summary>Points for each doubling of the independent sources of an event.</summary>
    [Range(0d, 10d)]
    public double VoicesWeight { get; set; } = 0.3;

    /// <summary>Points for what has just arrived; half of them after <see cref="ReviewOptions.Window"/>.</summary>
    [Range(0d, 10d)]
    public double RecencyWeight { get; set; } = 0.1;

    /// <summary>Points that a concept loses for each doubling of its recently approved items, see <see cref="LedgerDays"/>.</summary>
    [Range(0d, 10d)]
    public double LedgerPenalty { get; set; } = 0.2;

    /// <summary>How many days of approved items the learning ledger remembers.</summary>
    [Range(0, 365)]
    public int LedgerDays { get; set; } = 14;

    /// <summary>Below this likelihood of being worth a review nothing is offered, 0 to 1. An empty day is a good answer.</summary>
    [Range(0d, 1d)]
    public double LowestWorth { get; set; } = Judgement.LowestWorth;

    /// <summary>Below this value nothing is offered, 0 to 3.</summary>
    [Range(0d, 3d)]
    public double LowestValue { get; set; } = Judgement.LowestValue;

    /// <summary>Screened items that have waited for longer than this expire with the next cut.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(3);

    /// <summary>The floor. What came back from verification is offered whatever it is worth, and so is what nobody judged.</summary>
    public bool IsOffered(bool comesFirst, Judgement? judgement) => comesFirst || (judgement?.IsAbove(LowestWorth, LowestValue) ?? true);

    public double ValueOf(Contender contender) => ValueWeight * (contender.Judgement?.Value ?? (ValueOfScore * contender.Score));

    public double VoicesOf(Contender contender) => VoicesWeight * Math.Log2(1 + contender.Voices);

    public double RecencyOf(Contender contender, DateTimeOffset now) =>
        RecencyWeight * Math.Pow(2, -Math.Max(0, (now - contender.ArrivedAt) / Window));
}
