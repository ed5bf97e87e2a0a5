using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Stories;
using NewsEducator.Review.Data;
using NewsEducator.Review.Operations.EndToEnd;

namespace NewsEducator.Review.Candidates.Queue;

/// <summary>A screened item becomes a candidate, or brings one that waits for its screening up to date.</summary>
internal sealed class QueueScreenedItem(ReviewDb db, TimeProvider time) : IConsumer<ItemScreened>
{
    public async Task Consume(ConsumeContext<ItemScreened> context)
    {
        var message = context.Message;
        ReviewMetrics.Screened(message.Verdict);
        var candidate = await FindAsync(message.CandidateId, context.CancellationToken);
        if (candidate is null)
        {
            candidate = Candidate.FromScreened(message, time.GetUtcNow(), Activity.Current?.Id);
            db.Candidates.Add(candidate);
        }
        else
        {
            candidate.Accept(message, Activity.Current?.Id);
        }

        if (candidate.State == CandidateState.Correcting)
        {
            // Published already, so it competes with nothing.
            (await db.Corrections.SingleOrDefaultAsync(each => each.DraftId == candidate.Id, context.CancellationToken))?.Touch();
            return;
        }

        await db.TakeOutCheckedAsync(candidate, time.GetUtcNow(), context.CancellationToken);
        await db.SettleStoryAsync(candidate.EventId, context.CancellationToken);
        if (candidate.PackId is { } packId)
        {
            var pack = await db.Packs.SingleAsync(each => each.Id == packId, context.CancellationToken);
            pack.Touch();
        }
    }

    /// <returns>The candidate, or the one that is offered in its place since.</returns>
    private async Task<Candidate?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var candidate = await db.Candidates.FindAsync([id], cancellationToken);
        return
            candidate is { State: CandidateState.Returned }
            && await db.Candidates.SingleOrDefaultAsync(
                each => each.EventId == candidate.EventId && each.ReturnedFrom == id,
                cancellationToken
            )
                is { } next
            ? await FindAsync(next.Id, cancellationToken)
            : candidate;
    }
}
