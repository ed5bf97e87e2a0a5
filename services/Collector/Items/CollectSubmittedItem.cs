using MassTransit;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>Fetches what a foreign pack names; whatever comes of it is told with the submission.</summary>
internal sealed class CollectSubmittedItem(CollectItem collect) : IConsumer<ItemSubmitted>
{
    public Task Consume(ConsumeContext<ItemSubmitted> context) =>
        collect.NamedAsync(context.Message.Url, context.Message.Submission, context.CancellationToken);
}
