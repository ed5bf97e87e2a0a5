using MassTransit;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Drift;

/// <summary>Fetches the source of a published item again, with the manners of any other fetch, and keeps what it says now as a further snapshot.</summary>
/// <remarks>The item stays as it is: what changed about it for readers is the business of its source's polls.</remarks>
internal sealed class RevisitItem(CollectorDb db, FetchItem fetch, TimeProvider time) : IConsumer<RevisitRequested>
{
    public async Task Consume(ConsumeContext<RevisitRequested> context)
    {
        var revisited = new ItemRevisited { CandidateId = context.Message.CandidateId, Look = context.Message.Look, RevisitedAt = time.GetUtcNow() };
        try
        {
            db.Publish(await LookAsync(context.Message.Url, revisited, context.CancellationToken));
        }
        catch (Exception error) when (!context.CancellationToken.IsCancellationRequested && UpstreamFault.Of(error, time.GetUtcNow()) is { } fault)
        {
            db.Publish(revisited with { Fault = fault.Detail, ComesAgain = true, NotBefore = fault.NotBefore });
        }
    }

    private async Task<ItemRevisited> LookAsync(string url, ItemRevisited revisited, CancellationToken cancellationToken)
    {
        if (ItemAddress.Of(url) is not { } address)
        {
            return revisited with { Fault = url };
        }

        var outcome = await fetch.FetchAsync(address, comesAgain: true, cancellationToken);
        return outcome.Item is { } item
            ? revisited with { SnapshotId = await KeepAsync(item, revisited.RevisitedAt, cancellationToken) }
            : revisited with { Fault = outcome.Drop!.Detail };
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
