using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Packs.Releases;

/// <summary>Sends a release whose hold is over and whose sources stand; what a new screening has overtaken since, or a look at the source,
/// takes it back.</summary>
internal sealed class SendRelease(
    ReviewDb db,
    ReleaseMessages messages,
    AwaitSources sources,
    TimeProvider time,
    ILogger<SendRelease> logger
) : IConsumer<ReleaseDue>
{
    public async Task Consume(ConsumeContext<ReleaseDue> context)
    {
        var pack = await db
            .Packs.Include(each => each.Candidates)
            .SingleAsync(each => each.Id == context.Message.PackId, context.CancellationToken);
        if (pack.HeldUntil is null || pack.ReleasedAt != context.Message.ReleasedAt)
        {
            return;
        }

        if (Permissions.ReleaseHindrance(pack) is { } hindrance)
        {
            var released = new Actor(pack.ReleasedBy!, "system", []);
            pack.TakeBackRelease();
            db.History.Add(
                HistoryEntries.OfPack(pack, HistoryAction.TakenBack, released, time.GetUtcNow(), $"{hindrance.Key}: {hindrance.Numbers}")
            );
            return;
        }

        if (!context.Message.HasWaited && sources.Wait(pack))
        {
            return;
        }

        if (pack.SourcesInDoubt() is { Length: > 0 } numbers)
        {
            logger.LogWarning(
                "The release of {Date} has waited long enough and is sent; it is not known whether the sources of {Numbers} still stand",
                pack.Date,
                string.Join(", ", numbers)
            );
        }

        pack.Send();
        await messages.SendAsync(pack, context.CancellationToken);
    }
}
