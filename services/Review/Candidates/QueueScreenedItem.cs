using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates;

/// <summary>A screened item becomes a candidate, or brings one that waits for its screening up to date.</summary>
internal sealed class QueueScreenedItem(ReviewDb db, TimeProvider time) : IConsumer<ItemScreened>
{
    public async Task Consume(ConsumeContext<ItemScreened> context)
    {
        var message = context.Message;
        ReviewMetrics.Screened(message.Verdict);
        var candidate = await db.Candidates.FindAsync([message.CandidateId], context.CancellationToken);
        if (candidate is null)
        {
            candidate = Candidate.FromScreened(message, time.GetUtcNow(), Activity.Current?.Id);
            db.Candidates.Add(candidate);
        }
        else
        {
            candidate.Accept(message, Activity.Current?.Id);
        }

        await db.SettleStoryAsync(candidate.EventId, context.CancellationToken);
        if (candidate.PackId is { } packId)
        {
            var pack = await db.Packs.SingleAsync(each => each.Id == packId, context.CancellationToken);
            pack.Touch();
        }
    }
}
