using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Retries;

namespace NewsEducator.Collector.Items;

internal static class GetItem
{
    public static async Task<Results<Ok<Response>, NotFound>> Handle(Guid id, CollectorDb db, CancellationToken cancellationToken)
    {
        if (await db.Items.FindAsync([id], cancellationToken) is not { } item)
        {
            return TypedResults.NotFound();
        }

        var snapshots = await db
            .Snapshots.Where(snapshot => snapshot.ItemId == id)
            .OrderByDescending(snapshot => snapshot.FetchedAt)
            .Select(snapshot => new SnapshotVersion(snapshot.Id, snapshot.FetchedAt))
            .ToListAsync(cancellationToken);
        var wait = await db
            .FetchRetries.AsNoTracking()
            .Where(retry => retry.ItemId == id)
            .OrderBy(retry => retry.NextTryAt)
            .FirstOrDefaultAsync(cancellationToken);
        return TypedResults.Ok(new Response(ItemView.Of(item), snapshots, wait is null ? null : WaitView.Of(wait)));
    }

    /// <param name="Item">The item.</param>
    /// <param name="Snapshots">Its versions, the latest first.</param>
    /// <param name="Wait">Why and since when its upstream does not serve it; null where it does.</param>
    internal sealed record Response(ItemView Item, IReadOnlyList<SnapshotVersion> Snapshots, WaitView? Wait);

    internal sealed record SnapshotVersion(string Id, DateTimeOffset FetchedAt);
}
