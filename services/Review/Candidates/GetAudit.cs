using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates;

/// <summary>The history of everything, a page at a time, each page verified against the chain of hashes.</summary>
internal static class GetAudit
{
    private const int LargestLimit = 1000;

    /// <param name="after">Keyset: entries with a higher id than this.</param>
    public static async Task<Results<Ok<AuditPage>, ProblemHttpResult>> Handle(
        ReviewDb db, CancellationToken cancellationToken, long after = 0, int limit = 200)
    {
        if (limit is < 1 or > LargestLimit)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "list.limit", LargestLimit);
        }

        // One snapshot: an entry that is written meanwhile is neither missing nor surplus.
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var head = await db.Database.SqlQuery<string>($"SELECT id || ' ' || hash AS \"Value\" FROM history_head").SingleAsync(cancellationToken);
        var entries = await db.History.AsNoTracking().Where(entry => entry.Id >= after).OrderBy(entry => entry.Id).Take(limit + 2).ToListAsync(cancellationToken);
        var before = entries is [var first, ..] && first.Id == after ? first : null;
        var rest = before is null ? entries : entries[1..];
        var page = rest.Take(limit).ToList();
        var isLast = rest.Count <= limit;
        var broken = BrokenAt(page, after, after == 0 ? HistoryChain.Start : before?.Hash, isLast ? head : null);
        return TypedResults.Ok(new AuditPage(page.ConvertAll(HistoryView.Of), broken is null, broken, isLast ? null : page[^1].Id));
    }

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
