using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Texts;

namespace NewsEducator.Review.Candidates;

/// <summary>The source took an item back: candidates of it that nobody has ended yet are taken out or marked.</summary>
internal sealed class WithdrawCandidates(ReviewDb db, TimeProvider time) : IConsumer<ItemWithdrawn>
{
    public async Task Consume(ConsumeContext<ItemWithdrawn> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        var detail = PlainText.Line(message.Detail, 300);
        var candidates = await db.Candidates.Where(candidate => candidate.Url == message.Url).ToListAsync(cancellationToken);
        foreach (var candidate in candidates.Where(candidate => candidate.Withdraw(
            Text.Get("finding.withdrawn", Text.Chinese, detail), Text.Get("finding.withdrawn", Text.English, detail), time.GetUtcNow())))
        {
            await db.SettleStoryAsync(candidate.EventId, cancellationToken);
            if (candidate.PackId is { } packId)
            {
                var pack = await db.Packs.SingleAsync(each => each.Id == packId, cancellationToken);
                pack.Touch();
            }
        }
    }
}
