using MassTransit;
using NewsEducator.Collector.Data;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>A person skipped the item: it stays here as a tombstone and is never offered again.</summary>
internal sealed class TombstoneItem(CollectorDb db, TimeProvider time) : IConsumer<ItemSkipped>
{
    public async Task Consume(ConsumeContext<ItemSkipped> context)
    {
        // An item that is not known came from an import whose URL could not be fetched: there is nothing to offer.
        var item = await db.Items.FindAsync([context.Message.ItemId], context.CancellationToken);
        item?.Bury(context.Message.SkippedBy, time.GetUtcNow());
    }
}
