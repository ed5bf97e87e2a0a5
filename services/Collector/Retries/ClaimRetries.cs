using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;

namespace NewsEducator.Collector.Retries;

/// <summary>Gives each due item to one process; one that dies leaves it to the others when the claim ends.</summary>
internal static class ClaimRetries
{
    /// <returns>The one that is due longest; null where none is due.</returns>
    public static async Task<FetchRetry?> ClaimRetryAsync(
        this CollectorDb db,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        var claimed = await db
            .FetchRetries.FromSql(
                $"""
                UPDATE fetch_retries SET next_try_at = {until}
                WHERE id IN (SELECT id FROM fetch_retries WHERE next_try_at <= {now} ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *
                """
            )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return claimed.SingleOrDefault();
    }
}
