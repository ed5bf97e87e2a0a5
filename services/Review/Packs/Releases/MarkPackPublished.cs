using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Packs.Releases;

/// <summary>The Publisher's answer to a release, for whoever looks at the pack.</summary>
internal sealed class MarkPackPublished(ReviewDb db) : IConsumer<PackPublished>
{
    public async Task Consume(ConsumeContext<PackPublished> context)
    {
        var pack = await db.Packs.SingleAsync(each => each.Id == context.Message.PackId, context.CancellationToken);
        pack.MarkPublished(context.Message);
    }
}
