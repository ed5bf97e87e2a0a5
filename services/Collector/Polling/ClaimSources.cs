using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Sources;

namespace NewsEducator.Collector.Polling;

/// <summary>Leases sources to one process at a time: for as long as a poll may take, without a transaction held open over it.</summary>
internal static class ClaimSources
{
    /// <returns>Sources that are due and now leased, those due longest first.</returns>
    public static Task<List<Source>> ClaimDueAsync(
        this CollectorDb db,
        int most,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) =>
        db
            .Sources.FromSql(
                $"""
                WITH due AS (
                    SELECT p.source_id FROM poll_states p JOIN sources s ON s.id = p.source_id
                    WHERE s.enabled AND p.next_poll_at <= {now} AND (p.leased_until IS NULL OR p.leased_until <= {now})
                    ORDER BY p.next_poll_at
                    LIMIT {most}
                    FOR UPDATE OF p SKIP LOCKED),
                claimed AS (
                    UPDATE poll_states p SET leased_until = {until} FROM due
                    WHERE p.source_id = due.source_id
                    RETURNING p.source_id, p.next_poll_at)
                SELECT s.* FROM claimed JOIN sources s ON s.id = claimed.source_id ORDER BY claimed.next_poll_at
                """
            )
            .AsNoTracking()
            .ToListAsync(cancellationToken);

    /// <returns>False where another process is polling the source.</returns>
    public static async Task<bool> ClaimAsync(
        this CollectorDb db,
        string sourceId,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) =>
        await db
            .PollStates.Where(state => state.SourceId == sourceId && (state.LeasedUntil == null || state.LeasedUntil <= now))
            .ExecuteUpdateAsync(state => state.SetProperty(row => row.LeasedUntil, until), cancellationToken) == 1;

    /// <summary>Gives a source back that was not polled to the end; it is due as before.</summary>
    public static Task ReleaseAsync(this CollectorDb db, string sourceId) =>
        db
            .PollStates.Where(state => state.SourceId == sourceId)
            .ExecuteUpdateAsync(state => state.SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null));
}
