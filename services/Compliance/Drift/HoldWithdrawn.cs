using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Drift;

/// <summary>The source of a published item took it back: that is proposed for correction like any other lost evidence, without waiting for
/// a look.</summary>
internal sealed class HoldWithdrawn(ComplianceDb db, CheckPublishedSources hold) : IConsumer<ItemWithdrawn>
{
    public async Task Consume(ConsumeContext<ItemWithdrawn> context)
    {
        var published = await db
            .Outcomes.FromSql(
                $"SELECT * FROM candidate_outcomes WHERE content ->> 'itemId' = {context.Message.ItemId.ToString()} AND published_at IS NOT NULL"
            )
            .ToListAsync(context.CancellationToken);
        foreach (var outcome in published)
        {
            await hold.HoldAsync(outcome, outcome.Content!, seen: null, context.CancellationToken);
        }
    }
}
