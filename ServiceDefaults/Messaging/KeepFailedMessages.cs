using MassTransit;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>What a consumer failed on, and what nothing here consumes, goes to the table and not to queues beside the queue.</summary>
internal sealed class KeepFailedMessages(DeadLetterStore store) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await store.KeepAsync(Delivery.Of(context), Fault.Of(context.Exception), context.CancellationToken);
        context.GetOrAddPayload(() => new IsKept());
    }

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        if (!context.HasPayloadType(typeof(IsKept)))
        {
            await store.KeepAsync(
                Delivery.Of(context),
                Fault.Unreadable("Nothing here consumes a message of this type."),
                context.CancellationToken
            );
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("keepUnhandled");

    private sealed class IsKept;
}
