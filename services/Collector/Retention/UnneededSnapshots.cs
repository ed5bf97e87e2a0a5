using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Data;
using NewsEducator.ServiceDefaults.Retention;

namespace NewsEducator.Collector.Retention;

/// <summary>Snapshots of items that were never offered, or that nobody publishes any more. The item itself stays: it is one for
/// ever.</summary>
internal sealed class UnneededSnapshots(CollectorDb db, NeededEvidence evidence, IOptions<CollectorRetentionOptions> options) : IExpiring
{
    public string What => "snapshots";

    public TimeSpan Period => evidence.PeriodOf(options.Value.Snapshots);

    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        evidence.RemoveUnneededAsync(
            (after, most) =>
                db
                    .Database.SqlQuery<Guid>(
                        $"""
                        SELECT DISTINCT item_id AS "Value" FROM snapshots WHERE item_id > {after} AND fetched_at < {before}
                        ORDER BY item_id LIMIT {most}
                        """
                    )
                    .ToListAsync(cancellationToken),
            items =>
                db.Snapshots.Where(snapshot => items.Contains(snapshot.ItemId) && snapshot.FetchedAt < before)
                    .ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
}
