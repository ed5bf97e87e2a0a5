using MassTransit;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Summaries;

/// <summary>A collected item gets its summary; what a foreign pack says about its item is taken at its word and checked later.</summary>
internal sealed class SummarizeItem(Summarizing summarizing) : IConsumer<ItemCollected>
{
    public Task Consume(ConsumeContext<ItemCollected> context) =>
        summarizing.WriteAsync(context.Message, waited: 0, context.CancellationToken);
}
