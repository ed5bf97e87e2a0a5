using System.Globalization;
using MassTransit;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Before a message is read: takes aside what is too large, and what was delivered again and again because something ended the
/// process.</summary>
/// <remarks>
/// Every message that a dying process had fetched counts as delivered. Taken out of the queue after a few times, innocent ones are
/// redelivered with a new count, and the one at fault waits longer each time.
/// </remarks>
internal sealed class GuardDelivery(DeadLetterStore store, RedeliveryOptions options) : IFilter<ReceiveContext>
{
    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        Objection(context) is { } fault ? store.KeepAsync(Delivery.Of(context), fault, context.CancellationToken) : next.Send(context);

    public void Probe(ProbeContext context) => context.CreateFilterScope("guardDelivery");

    private Fault? Objection(ReceiveContext context)
    {
        if (context.Body.Length > options.MaxMessageBytes)
        {
            return Fault.Unreadable(
                $"The message has {context.Body.Length} bytes; {options.MaxMessageBytes} are allowed ({RedeliveryOptions.Section}:MaxMessageBytes). Only its beginning is kept."
            );
        }

        var deliveries = context.TransportHeaders.TryGetHeader("x-delivery-count", out var count)
            ? Convert.ToInt32(count, CultureInfo.InvariantCulture)
            : 0;
        return deliveries >= options.SetAsideAfter
            ? new Fault(
                $"The process ended, or lost the broker, {deliveries} times while it had this message.",
                "process ended while it had the message"
            )
            : null;
    }
}
