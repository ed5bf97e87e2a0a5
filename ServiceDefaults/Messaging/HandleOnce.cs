using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>
/// The inbox: a consumer's changes, its outgoing messages and the note that it handled this message are one save.
/// Consumers therefore never save themselves.
/// </summary>
/// <remarks>
/// No transaction is open while the consumer works. Two deliveries at once both work, one of them saves; the other meets
/// the inbox's primary key, is retried and finds the entry.
/// </remarks>
internal sealed class HandleOnce<T>(ServiceDb db, TimeProvider time) : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var consumer = context.ReceiveContext.InputAddress.Segments[^1];
        var key = context.Message is IMessage message
            ? message.NaturalKey
            : throw new InvalidOperationException($"{typeof(T).Name} has no natural key: messages implement {nameof(IMessage)}.");
        if (await db.Inbox.AnyAsync(entry => entry.Consumer == consumer && entry.NaturalKey == key, context.CancellationToken))
        {
            return;
        }

        db.Inbox.Add(new InboxEntry { Consumer = consumer, NaturalKey = key, HandledAt = time.GetUtcNow() });
        await next.Send(context);
        await db.SaveChangesAsync(context.CancellationToken);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("handleOnce");
}
