using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Data;
using Npgsql;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>
/// The inbox: a consumer's changes, its outgoing messages and the note that it handled this message are one save.
/// Consumers therefore never save themselves.
/// </summary>
/// <remarks>
/// No transaction is open while the consumer works. Two deliveries at once both work; the inbox's primary key lets one of them save.
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
            // Else MassTransit would take the repeat for a message that nobody wanted and put it aside in the queue "…_skipped".
            await context.NotifyConsumed(TimeSpan.Zero, consumer);
            return;
        }

        db.Inbox.Add(new InboxEntry { Consumer = consumer, NaturalKey = key, HandledAt = time.GetUtcNow() });
        await next.Send(context);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (IsHandledElsewhere(error))
        {
            // Another delivery of the same message was quicker; all of this one's work is void with its save.
        }
    }

    private static bool IsHandledElsewhere(DbUpdateException error) =>
        error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: ServiceDb.InboxKey };

    public void Probe(ProbeContext context) => context.CreateFilterScope("handleOnce");
}
