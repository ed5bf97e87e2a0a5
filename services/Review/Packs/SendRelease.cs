using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Packs;

/// <summary>Sends a release whose hold is over; what a new screening has overtaken since takes it back.</summary>
internal sealed class SendRelease(ReviewDb db, ReleaseMessages messages, TimeProvider time) : IConsumer<ReleaseDue>
{
    public async Task Consume(ConsumeContext<ReleaseDue> context)
    {
        var pack = await db.Packs.Include(each => each.Candidates).SingleAsync(each => each.Id == context.Message.PackId, context.CancellationToken);
        if (pack.HeldUntil is null || pack.ReleasedAt != context.Message.ReleasedAt)
        {
            return;
        }

        if (ReviewRules.ReleaseHindrance(pack) is { } hindrance)
        {
            var released = new Actor(pack.ReleasedBy!, "system", []);
            pack.TakeBackRelease();
            db.History.Add(Decisions.OfPack(pack, HistoryAction.TakenBack, released, time.GetUtcNow(), $"{hindrance.Key}: {hindrance.Numbers}"));
            return;
        }

        pack.Send();
        await messages.SendAsync(pack, context.CancellationToken);
    }
}
