using MassTransit;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Drift;

/// <summary>Fetches the source of a published item again, with the throttling of any other fetch, and keeps what it says now as a further
/// snapshot.</summary>
/// <remarks>The item stays as it is: what changed about it for readers is the business of its source's polls.</remarks>
internal sealed class RevisitItem(CollectorDb db, FetchItem fetch, TimeProvider time) : IConsumer<RevisitRequested>
{
    public async Task Consume(ConsumeContext<RevisitRequested> context)
    {
        var revisited = new ItemRevisited
        {
            CandidateId = context.Message.CandidateId,
            Look = context.Message.Look,
            RevisitedAt = time.GetUtcNow(),
        };
        db.Publish(await LookAsync(context.Message.Url, revisited, context.CancellationToken));
    }

    private async Task<ItemRevisited> LookAsync(string url, ItemRevisited revisited, CancellationToken cancellationToken)
    {
        if (ItemAddress.Of(url) is not { } address)
        {
            return revisited with { Fault = url, ComesAgain = true };
        }

        return await fetch.FetchAsync(address, cancellationToken) switch
        {
            { Item: { Unserved: { } missing } } => revisited with { Fault = missing, ComesAgain = true },
            { Item: { } item } => revisited with { SnapshotId = await KeepAsync(item, revisited.RevisitedAt, cancellationToken) },
            { Fault: { } fault } => revisited with { Fault = fault.Detail, ComesAgain = !fault.Lasting, NotBefore = fault.NotBefore },
            var refused => revisited with { Fault = refused.Drop!.Detail, ComesAgain = true },
        };
    }

    private async Task<string> KeepAsync(FetchedItem item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var snapshot = StoredSnapshot.Take(item, SnapshotText.Of(item), now);
        if (await db.Snapshots.FindAsync([snapshot.Id], cancellationToken) is null)
        {
            db.Snapshots.Add(StoredSnapshot.Of(snapshot));
        }

        return snapshot.Id;
    }
}
