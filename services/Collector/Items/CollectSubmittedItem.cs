using MassTransit;
using NewsEducator.Collector.Policies;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>Fetches what a foreign pack names; the outcome is published with the submission.</summary>
internal sealed class CollectSubmittedItem(CollectItem collect, AskPolicy policy) : IConsumer<ItemSubmitted>
{
    public async Task Consume(ConsumeContext<ItemSubmitted> context)
    {
        await policy.RequireAsync(context.CancellationToken);
        await collect.NamedAsync(context.Message.Url, context.Message.Submission, context.CancellationToken);
    }
}
