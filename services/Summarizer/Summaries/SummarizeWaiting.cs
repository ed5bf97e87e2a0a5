using MassTransit;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Summaries;

/// <summary>An item that waited for a model is tried again.</summary>
internal sealed class SummarizeWaiting(Summarizing summarizing) : IConsumer<SummaryPostponed>
{
    public Task Consume(ConsumeContext<SummaryPostponed> context) =>
        summarizing.WriteAsync(context.Message.Collected, context.Message.Times, context.CancellationToken);
}
