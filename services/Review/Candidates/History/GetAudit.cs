using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates.History;

/// <summary>The history of everything, a page at a time, each page verified against the chain of hashes.</summary>
internal static class GetAudit
{
    private const int LargestLimit = 1000;

    /// <param name="after">Keyset: entries with a higher id than this.</param>
    public static async Task<Results<Ok<AuditPage>, ProblemHttpResult>> Handle(
        ReviewDb db,
        CancellationToken cancellationToken,
        long after = 0,
        int limit = 200
    )
    {
        if (limit is < 1 or > LargestLimit)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "list.limit", LargestLimit);
        }

        await using var transaction = await BeginAsync(db, cancellationToken);
        var head = await HeadAsync(db, cancellationToken);
        var entries = await db
            .History.AsNoTracking()
            .Where(entry => entry.Id >= after)
            .OrderBy(entry => entry.Id)
            .Take(limit + 2)
            .ToListAsync(cancellationToken);
        var before = entries is [var first, ..] && first.Id == after ? first : null;
        var rest = before is null ? entries : entries[1..];
        var page = rest.Take(limit).ToList();
        var isLast = rest.Count <= limit;
        var broken = BrokenAt(page, after, after == 0 ? HistoryChain.Start : before?.Hash, isLast ? head : null);
        return TypedResults.Ok(new AuditPage(page.ConvertAll(HistoryView.Of), broken is null, broken, isLast ? null : page[^1].Id));
    }

    /// <summary>Checks the last entries.</summary>
    /// <returns>How many it checked, and the first that is not as it was written.</returns>
    internal static async Task<(int Checked, long? BrokenAt)> CheckEndAsync(ReviewDb db, int most, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginAsync(db, cancellationToken);
        var head = await HeadAsync(db, cancellationToken);
        var entries = await db.History.AsNoTracking().OrderByDescending(entry => entry.Id).Take(most + 1).ToListAsync(cancellationToken);
        entries.Reverse();
        // The one before the first is only there to be gone on from.
        var (before, page) = entries.Count > most ? (entries[0], entries[1..]) : (null, entries);
        return (page.Count, BrokenAt(page, before?.Id ?? 0, before is null ? HistoryChain.Start : before.Hash, head));
    }

    /// <summary>One snapshot: an entry that is written meanwhile is neither missing nor surplus.</summary>
    private static Task<IDbContextTransaction> BeginAsync(ReviewDb db, CancellationToken cancellationToken) =>
        db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);

    private static Task<string> HeadAsync(ReviewDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<string>($"SELECT id || ' ' || hash AS \"Value\" FROM history_head").SingleAsync(cancellationToken);

    /// <param name="previous">Hash of the entry before the page; null where that entry is missing.</param>
    /// <param name="head">Id and hash of the last entry there should be, where the page should end with it.</param>
    internal static long? BrokenAt(IEnumerable<HistoryEntry> page, long last, string? previous, string? head)
    {
        foreach (var entry in page)
        {
            if (previous is null || entry.Id != last + 1 || entry.Hash != HistoryChain.HashOf(previous, entry))
            {
                return last + 1;
            }

            (last, previous) = (entry.Id, entry.Hash);
        }

        return head is null || head == $"{last} {previous}" ? null : last + 1;
    }
}
