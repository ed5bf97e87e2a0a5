using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;

namespace NewsEducator.Collector.Polling;

/// <summary>Leases sources to one process at a time: for as long as a poll may take, without a transaction held open over it.</summary>
internal static class ClaimSources
{
    /// <returns>The ids of sources that are due and now leased, those due longest first.</returns>
    public static Task<List<string>> ClaimDueAsync(
        this CollectorDb db, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<string>($"""
            UPDATE poll_states SET leased_until = {until}
            WHERE source_id IN (
                SELECT p.source_id FROM poll_states p JOIN sources s ON s.id = p.source_id
                WHERE s.enabled AND p.next_poll_at <= {now} AND (p.leased_until IS NULL OR p.leased_until <= {now})
                ORDER BY p.next_poll_at
                LIMIT {most}
                FOR UPDATE OF p SKIP LOCKED)
            RETURNING source_id AS "Value"
            """).ToListAsync(cancellationToken);

    /// <returns>False where another process is polling the source.</returns>
    public static async Task<bool> ClaimAsync(
        this CollectorDb db, string sourceId, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        await db.PollStates
            .Where(state => state.SourceId == sourceId && (state.LeasedUntil == null || state.LeasedUntil <= now))
            .ExecuteUpdateAsync(state => state.SetProperty(row => row.LeasedUntil, until), cancellationToken) == 1;

    /// <summary>Gives a source back that was not polled to the end; it is due as before.</summary>
    public static Task ReleaseAsync(this CollectorDb db, string sourceId) =>
        db.PollStates
            .Where(state => state.SourceId == sourceId)
            .ExecuteUpdateAsync(state => state.SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null));
}
