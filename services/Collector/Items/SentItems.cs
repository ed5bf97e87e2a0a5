using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Collector.Items;

/// <summary>What was collected of sources. What a foreign pack named is Review's to ask for, see <c>SentSubmissions</c>.</summary>
internal sealed class SentItems(CollectorDb db, FindEvent events) : ISentItems
{
    private const int MostRelated = 4;

    public string Next => "summarizer";

    public string What => "items";

    public async Task<IReadOnlyList<Guid>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await db
            .Items.Where(item =>
                item.State == ItemState.Collected && item.SourceId != null && item.StateSince >= from && item.StateSince <= until
            )
            .Select(item => item.Id)
            .ToListAsync(cancellationToken);

    public async Task SendAgainAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (
            var item in await db
                .Items.AsNoTracking()
                .Where(item => ids.Contains(item.Id) && item.State == ItemState.Collected)
                .ToListAsync(cancellationToken)
        )
        {
            if (await db.Snapshots.FindAsync([item.SnapshotId], cancellationToken) is { } snapshot)
            {
                db.Publish(
                    new ItemCollected
                    {
                        Source = SourceItem.Of(snapshot.Open(), item.Score ?? 0),
                        UpdateOf = item.EventId == item.Id ? null : item.EventId,
                        Related = await RelatedAsync(item, cancellationToken),
                        Version = item.Version,
                        SentAgainAt = now,
                    }
                );
            }
        }
    }

    private async Task<IReadOnlyList<SourceItem>> RelatedAsync(Item item, CancellationToken cancellationToken)
    {
        var before = await db
            .Items.AsNoTracking()
            .Where(other =>
                other.EventId == item.EventId
                && other.Id != item.Id
                && other.FirstSeenAt < item.FirstSeenAt
                && other.State == ItemState.Collected
            )
            .OrderBy(other => other.FirstSeenAt)
            .Take(MostRelated)
            .ToListAsync(cancellationToken);
        return await events.SourcesAsync(new EventSoFar(item.Voice ?? "", before), cancellationToken);
    }
}
