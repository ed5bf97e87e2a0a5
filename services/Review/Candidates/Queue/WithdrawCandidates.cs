using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates.Queue;

/// <summary>The source took an item back: candidates of it that nobody has ended yet are taken out or marked.</summary>
internal sealed class WithdrawCandidates(ReviewDb db, MarkWithdrawn withdrawn) : IConsumer<ItemWithdrawn>
{
    public async Task Consume(ConsumeContext<ItemWithdrawn> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        foreach (var candidate in await db.Candidates.Where(each => each.Url == message.Url).ToListAsync(cancellationToken))
        {
            await withdrawn.MarkAsync(candidate, message.Detail, message.WithdrawnAt, cancellationToken);
        }
    }
}
