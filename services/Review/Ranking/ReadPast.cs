using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Ranking;

/// <summary>Reads what the packs of the last days could choose from.</summary>
internal static class ReadPast
{
    /// <summary>Enough for months of what ten thousand sources bring; a preview has to fit into seconds.</summary>
    public const int Most = 20_000;

    public static async Task<(RankingReplay Replay, int Candidates, bool IsPartial)> ReadAsync(
        ReviewDb db,
        DateTimeOffset cutSince,
        ReviewOptions options,
        CancellationToken cancellationToken
    )
    {
        var packs = await db
            .Packs.AsNoTracking()
            .Where(pack => pack.CreatedAt >= cutSince && pack.Origin == PackOrigin.Cut)
            .Select(pack => new
            {
                pack.Id,
                pack.Date,
                pack.CreatedAt,
                Latest = pack.Candidates.Max(candidate => (DateTimeOffset?)candidate.ArrivedAt),
            })
            .ToListAsync(cancellationToken);
        if (packs.Count == 0)
        {
            return (new RankingReplay([], [], []), 0, false);
        }

        var candidates = await CandidatesAsync(
            db,
            cutSince - options.WindowOf.Values.Append(options.Window).Max(),
            options,
            cancellationToken
        );
        return (
            // A pack that was cut again has taken in what came since.
            new RankingReplay(
                [.. packs.Select(pack => new PastCut(pack.Date, pack.Latest > pack.CreatedAt ? pack.Latest.Value : pack.CreatedAt))],
                candidates,
                await ApprovalsAsync(db, cancellationToken)
            ),
            candidates.Count,
            candidates.Count == Most
        );
    }

    private static async Task<List<PastCandidate>> CandidatesAsync(
        ReviewDb db,
        DateTimeOffset since,
        ReviewOptions options,
        CancellationToken cancellationToken
    )
    {
        var rows = await db
            .Candidates.AsNoTracking()
            .Where(candidate =>
                candidate.ArrivedAt >= since
                && candidate.Source != null
                && candidate.Submission == null
                && candidate.Planted == null
                && candidate.State != CandidateState.Merged
                && !(candidate.State == CandidateState.Blocked && candidate.PackId == null)
            )
            .OrderByDescending(candidate => candidate.ArrivedAt)
            .ThenByDescending(candidate => candidate.Id)
            .Select(candidate => new
            {
                candidate.Id,
                candidate.Url,
                candidate.Source,
                candidate.Content,
                candidate.FurtherSources,
                candidate.Score,
                candidate.ArrivedAt,
                candidate.ReturnedFrom,
                candidate.Choice,
                candidate.DecidedAt,
                candidate.Number,
                Date = db.Packs.Where(pack => pack.Id == candidate.PackId).Select(pack => (DateOnly?)pack.Date).SingleOrDefault(),
            })
            .Take(Most)
            .ToListAsync(cancellationToken);
        // What was carried over or returned from verification is the same item once more: one candidate with the last word on it.
        var last = rows.Where(row => row.Choice is not null)
            .GroupBy(row => row.Source!.ItemId)
            .ToDictionary(group => group.Key, group => group.MaxBy(row => row.DecidedAt)!.Choice);
        return
        [
            .. rows.Where(row => row.ReturnedFrom is null)
                .Select(row => new PastCandidate(
                    new Contender(
                        row.Id,
                        row.Content.Concept.Key,
                        Contender.SourceOf(row.Source, row.Url),
                        row.Content.Judgement,
                        row.Score,
                        row.FurtherSources.Count,
                        row.ArrivedAt
                    ),
                    row.Source!.ItemId,
                    row.Content,
                    options.WindowFor(row.Content.Type),
                    last.GetValueOrDefault(row.Source.ItemId),
                    row.Date,
                    row.Number
                )),
        ];
    }

    private static Task<List<PastApproval>> ApprovalsAsync(ReviewDb db, CancellationToken cancellationToken) =>
        (
            from candidate in db.Candidates.AsNoTracking()
            join pack in db.Packs on candidate.PackId equals pack.Id
            where candidate.State == CandidateState.Approved && pack.ReleasedAt != null
            orderby pack.ReleasedAt descending
            select new PastApproval(EF.Property<string>(candidate, ListColumns.Concept), pack.ReleasedAt!.Value)
        )
            .Take(Most)
            .ToListAsync(cancellationToken);
}
