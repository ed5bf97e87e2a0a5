using System.Text;
using MassTransit;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Reads what the broker dead-lettered at the delivery limit into the table.</summary>
internal sealed class KeepPoisonMessages(DeadLetterStore store) : IFilter<ReceiveContext>
{
    private static readonly Fault LimitReached = new(
        "The broker's delivery limit was reached: the process ended, or lost the broker, again and again while it had this message.",
        "delivery limit",
        IsLasting: true
    );

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var queue = context.TransportHeaders.TryGetHeader("x-first-death-queue", out var name)
            ? name as string ?? Encoding.UTF8.GetString((byte[])name)
            : null;
        var consumer = queue is null ? null : QueueNames.ConsumerOf(queue);
        return store.KeepAsync(Delivery.Of(context, consumer), LimitReached, context.CancellationToken);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("keepDeadLettered");
}
