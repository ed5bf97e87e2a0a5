using NewsEducator.Contracts;

namespace NewsEducator.Review.Ranking;

/// <summary>Which candidates a pack offers, and in what order.</summary>
internal static class PackSelection
{
    /// <summary>
    /// What came back from verification first; then the best above the floor. Each further candidate of one concept or one source counts
    /// less than the one before, so that a day's pack is not about one thing. One step a place and candidate.
    /// </summary>
    /// <param name="contenders">That wait.</param>
    /// <param name="ranking">Its weights and its floor.</param>
    /// <param name="ledger">What was learned lately.</param>
    /// <param name="now">The present time.</param>
    /// <param name="most">How many places there are.</param>
    /// <param name="before">What the pack offers already.</param>
    public static List<Placed> Best(
        IEnumerable<Contender> contenders,
        RankingOptions ranking,
        LearningLedger ledger,
        DateTimeOffset now,
        int most,
        IEnumerable<Contender>? before = null
    )
    {
        var byReturn = contenders.OrderBy(contender => contender.Id).ToLookup(contender => contender.ComesFirst);
        var taken = new Taken(ranking);
        foreach (var contender in before ?? [])
        {
            taken.Add(contender);
        }

        var best = byReturn[true].Take(most).Select(contender => new Placed(contender, Of(contender, ranking, ledger, now))).ToList();
        var left = byReturn[false]
            .Where(contender => ranking.IsOffered(contender.ComesFirst, contender.Judgement))
            .Select(contender => new Placed(contender, Of(contender, ranking, ledger, now)))
            .ToList();
        while (best.Count < most && left.Count > 0)
        {
            var next = left.MaxBy(each => each.Placement.Points - taken.PenaltyOf(each.Contender))!;
            left.Remove(next);
            best.Add(next with { Placement = WithRepeat(next.Placement, -taken.PenaltyOf(next.Contender)) });
            taken.Add(next.Contender);
        }

        return best;
    }

    private static Placement WithRepeat(Placement placement, double repeat) =>
        placement with
        {
            Repeat = Math.Round(repeat, 3),
            Points = Math.Round(placement.Points + repeat, 3),
        };

    private static Placement Of(Contender contender, RankingOptions ranking, LearningLedger ledger, DateTimeOffset now)
    {
        var items = ledger.ItemsOf(contender.Concept);
        var placement = new Placement
        {
            Points = 0,
            Value = Math.Round(ranking.ValueOf(contender), 3),
            Voices = Math.Round(ranking.VoicesOf(contender), 3),
            Recency = Math.Round(ranking.RecencyOf(contender, now), 3),
            Repeat = 0,
            Ledger = Math.Round(-ranking.LedgerPenalty * Math.Log2(1 + items), 3),
            LedgerItems = items,
            LedgerDays = ledger.Days,
        };
        return placement with { Points = placement.Value + placement.Voices + placement.Recency + placement.Ledger };
    }

    /// <summary>How often concepts and sources occur in the pack.</summary>
    private sealed class Taken(RankingOptions ranking)
    {
        private readonly Dictionary<string, int> _concepts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _sources = new(StringComparer.Ordinal);

        public double PenaltyOf(Contender contender) =>
            (ranking.RepeatPenalty * _concepts.GetValueOrDefault(contender.Concept))
            + (ranking.SourcePenalty * _sources.GetValueOrDefault(contender.Source));

        public void Add(Contender contender)
        {
            _concepts[contender.Concept] = _concepts.GetValueOrDefault(contender.Concept) + 1;
            _sources[contender.Source] = _sources.GetValueOrDefault(contender.Source) + 1;
        }
    }
}
