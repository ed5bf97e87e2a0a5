using MassTransit;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Digests;

/// <summary>Keeps the list of a released pack until all its items are here.</summary>
internal sealed class StoreRelease(PublisherDb db) : IConsumer<PackReleased>
{
    public Task Consume(ConsumeContext<PackReleased> context)
    {
        var message = context.Message;
        db.Releases.Add(new Release
        {
            PackId = message.PackId,
            PackDate = message.PackDate,
            Approved = message.Approved,
            ReleasedBy = message.ReleasedBy,
            ReleasedAt = message.ReleasedAt.ToUniversalTime(),
        });
        db.Publish(new PackProgressed { PackId = message.PackId, Part = message.PackId });
        return Task.CompletedTask;
    }
}
