using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
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
internal sealed class HandleOnce<T>(ServiceDb db, TimeProvider time, ILogger<HandleOnce<T>> logger) : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var ids = MessageIds<T>.Of(context.Message);
        using var scope = logger.BeginScope(ids);
        ids.ToList().ForEach(id => Activity.Current?.SetTag(id.Key, id.Value));
        var consumer = QueueNames.ConsumerOf(context.ReceiveContext.InputAddress);
        var type = typeof(T).Name;
        var key = context.Message is IMessage message
            ? message.NaturalKey
            : throw new InvalidOperationException($"{typeof(T).Name} has no natural key: messages implement {nameof(IMessage)}.");
        if (
            await db.Inbox.AnyAsync(
                entry =>
                    entry.Consumer == consumer
                    && entry.NaturalKey == key
                    && (entry.MessageType == type || entry.MessageType == InboxEntry.AnyType),
                context.CancellationToken
            )
        )
        {
            await ForgetKeptAsync(consumer, context.ReceiveContext);
            // Else MassTransit would take the repeat for a message that nobody wanted and put it aside in the queue "…_skipped".
            await context.NotifyConsumed(TimeSpan.Zero, consumer);
            return;
        }

        db.Inbox.Add(
            new InboxEntry
            {
                Consumer = consumer,
                MessageType = type,
                NaturalKey = key,
                HandledAt = time.GetUtcNow(),
            }
        );
        await next.Send(context);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (IsHandledElsewhere(error))
        {
            // Another delivery of the same message was quicker; all of this one's work is void with its save.
        }

        await ForgetKeptAsync(consumer, context.ReceiveContext);
    }

    /// <summary>A redelivered message is handled now, so the table need not keep it; if this fails, its next redelivery is a
    /// repeat.</summary>
    private async Task ForgetKeptAsync(string consumer, ReceiveContext received)
    {
        if (
            received.TransportHeaders.TryGetHeader(Redeliver.Header, out var header)
            && header is string text
            && long.TryParse(text, out var id)
        )
        {
            await db
                .DeadLetters.Where(letter => letter.Id == id && letter.Consumer == consumer)
                .ExecuteDeleteAsync(received.CancellationToken);
        }
    }

    private static bool IsHandledElsewhere(DbUpdateException error) =>
        error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: ServiceDb.InboxKey };

    public void Probe(ProbeContext context) => context.CreateFilterScope("handleOnce");
}
