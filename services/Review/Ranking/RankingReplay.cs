using NewsEducator.Contracts;

namespace NewsEducator.Review.Ranking;

/// <summary>Cuts the packs of the past once more with other weights, one after the other: what one offers the next does not.</summary>
/// <param name="cuts">The cuts, in any order.</param>
/// <param name="candidates">All that could be offered by one of them.</param>
/// <param name="approvals">What the learning ledger held then.</param>
internal sealed class RankingReplay(
    IReadOnlyList<PastCut> cuts,
    IReadOnlyList<PastCandidate> candidates,
    IReadOnlyList<PastApproval> approvals
)
{
    /// <returns>The days, the earliest first.</returns>
    public IReadOnlyList<ReplayedDay> Run(RankingOptions ranking, CancellationToken cancellationToken)
    {
        var left = candidates.ToDictionary(candidate => candidate.Contender.Id);
        var days = new List<ReplayedDay>();
        foreach (var cut in cuts.OrderBy(cut => cut.At))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var waiting = left.Values.Where(candidate => candidate.IsWaitingAt(cut.At)).ToList();
            var placed = PackSelection.Best(
                waiting.Select(candidate => candidate.Contender),
                ranking,
                LedgerAt(cut.At, ranking),
                cut.At,
                ranking.PackSize
            );
            var offered = placed.ConvertAll(each => left[each.Contender.Id].At(each.Placement));
            days.Add(
                new ReplayedDay
                {
                    Date = cut.Date,
                    Offered = offered,
                    Ndcg = Ndcg(placed.Select(each => left[each.Contender.Id]), waiting, ranking.PackSize),
                }
            );
            placed.ForEach(each => left.Remove(each.Contender.Id));
        }

        return days;
    }

    public RankingOutcome OutcomeOf(IReadOnlyList<ReplayedDay> days)
    {
        var offered = days.SelectMany(day => day.Offered).ToList();
        var ids = offered.Select(each => each.Id).ToHashSet();
        var figures = days.Select(day => day.Ndcg).OfType<double>().ToList();
        int Decided(Choice? choice) => offered.Count(each => each.Decision == choice);
        return new RankingOutcome
        {
            Offered = offered.Count,
            Approved = Decided(Choice.Approve),
            Skipped = Decided(Choice.Skip),
            NeedsVerify = Decided(Choice.NeedsVerify),
            Undecided = Decided(null),
            Missed = candidates.Count(each => each.Decision == Choice.Approve && !ids.Contains(each.Contender.Id)),
            Ndcg = figures.Count == 0 ? null : Math.Round(figures.Average(), 4),
        };
    }

    private LearningLedger LedgerAt(DateTimeOffset moment, RankingOptions ranking) =>
        new(
            ranking.LedgerDays,
            approvals
                .Where(approval => approval.ReleasedAt <= moment && approval.ReleasedAt >= moment - TimeSpan.FromDays(ranking.LedgerDays))
                .CountBy(approval => approval.Concept)
                .ToDictionary()
        );

    // What nobody decided has no gain that is known: it is left out of the list, not counted as skipped.
    private static double? Ndcg(IEnumerable<PastCandidate> offered, IEnumerable<PastCandidate> waiting, int places)
    {
        var best = Dcg(waiting.Where(each => each.Decision is not null).Select(each => each.Gain).OrderDescending().Take(places));
        return best > 0 ? Math.Round(Dcg(offered.Where(each => each.Decision is not null).Select(each => each.Gain)) / best, 4) : null;
    }

    private static double Dcg(IEnumerable<double> gains) => gains.Select((gain, place) => gain / Math.Log2(place + 2)).Sum();
}
