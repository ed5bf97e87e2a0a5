using MassTransit;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Digests;

/// <summary>Keeps the list of a released pack until all its items are here.</summary>
internal sealed class StoreRelease(PublisherDb db, VerifySignature verify) : IConsumer<PackReleased>
{
    public async Task Consume(ConsumeContext<PackReleased> context)
    {
        var message = context.Message;
        verify.Demand(message);
        var before = await db.Releases.FindAsync([message.PackId], context.CancellationToken);
        if (before is { PublishedAt: not null })
        {
            return;
        }

        if (before is not null)
        {
            db.Releases.Remove(before);
        }

        db.Releases.Add(new Release
        {
            PackId = message.PackId,
            PackDate = message.PackDate,
            Approved = message.Approved,
            ReleasedBy = message.ReleasedBy,
            ReleasedAt = message.ReleasedAt.ToUniversalTime(),
            IsSigned = true,
        });
        db.Publish(new PackProgressed { PackId = message.PackId, Part = message.PackId, SentAgainAt = message.SentAgainAt });
    }
}
