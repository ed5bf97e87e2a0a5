using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Ranking;

/// <summary>Which concepts the approved items of the last days covered.</summary>
/// <param name="Days">How far back it looks.</param>
/// <param name="Items">How many approved items each concept's key has.</param>
internal sealed record LearningLedger(int Days, IReadOnlyDictionary<string, int> Items)
{
    public static readonly LearningLedger Empty = new(0, new Dictionary<string, int>());

    // Where no concept was found nothing was covered either.
    private static readonly string[] NoConcepts = [Concept.NoneKey, Candidate.Unclassified.Key];

    public int ItemsOf(string concept) => NoConcepts.Contains(concept) ? 0 : Items.GetValueOrDefault(concept);

    /// <summary>Of the packs released in the <see cref="RankingOptions.LedgerDays"/> before the given moment.</summary>
    public static async Task<LearningLedger> ReadAsync(
        ReviewDb db,
        RankingOptions ranking,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var since = now - TimeSpan.FromDays(ranking.LedgerDays);
        var items = await db
            .Candidates.Where(candidate =>
                candidate.State == CandidateState.Approved
                && db.Packs.Any(pack => pack.Id == candidate.PackId && pack.ReleasedAt >= since && pack.ReleasedAt <= now)
            )
            .GroupBy(candidate => EF.Property<string>(candidate, ListColumns.Concept))
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(each => each.Key, each => each.Count, cancellationToken);
        return new LearningLedger(ranking.LedgerDays, items);
    }
}
