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
        if (before is { PublishedAt: not null } && message.SentAgainAt is null)
        {
            return;
        }

        var release = before ?? db.Releases.Add(ReleaseOf(message)).Entity;
        if (release.PublishedAt is null)
        {
            (release.PackDate, release.Approved, release.IsSigned) = (message.PackDate, message.Approved, true);
            (release.ReleasedBy, release.ReleasedAt) = (message.ReleasedBy, message.ReleasedAt.ToUniversalTime());
        }

        db.Publish(
            new PackProgressed
            {
                PackId = message.PackId,
                Part = message.PackId,
                SentAgainAt = message.SentAgainAt,
            }
        );
    }

    private static Release ReleaseOf(PackReleased message) =>
        new()
        {
            PackId = message.PackId,
            PackDate = message.PackDate,
            Approved = message.Approved,
            ReleasedBy = message.ReleasedBy,
            ReleasedAt = message.ReleasedAt,
        };
}
