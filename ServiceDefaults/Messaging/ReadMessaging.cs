using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Security;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>How much waits in a service's outbox, queues and dead letters, and how large its database is.</summary>
public sealed class ReadMessaging
{
    private readonly ServiceDb _db;
    private readonly BrokerQueues _queues;
    private readonly TimeProvider _time;

    internal ReadMessaging(ServiceDb db, BrokerQueues queues, TimeProvider time) => (_db, _queues, _time) = (db, queues, time);

    public async Task<MessagingView> ReadAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var owed = _db.Outbox.Where(OutboxMessage.IsOwedAt(now));
        return new MessagingView(
            await owed.CountAsync(cancellationToken),
            await owed.MinAsync(message => (DateTimeOffset?)message.CreatedAt, cancellationToken),
            await _db.DeadLetters.CountAsync(DeadLetter.IsDead, cancellationToken),
            await _db.DeadLetters.CountAsync(DeadLetter.IsWaiting, cancellationToken),
            await _queues.ReadAsync(cancellationToken)
        )
        {
            DatabaseBytes = await _db.SizeAsync(cancellationToken),
        };
    }

    internal static void Map(WebApplication app) =>
        app.MapGet("/api/messaging", Handle).RequireAuthorization(Roles.Operator).ExcludeFromDescription();

    private static async Task<Ok<MessagingView>> Handle(ReadMessaging messaging, CancellationToken cancellationToken) =>
        TypedResults.Ok(await messaging.ReadAsync(cancellationToken));
}

/// <summary>The queues that a service reads, as the broker sees them. Asked by AMQP: no management plug-in is needed.</summary>
internal sealed class BrokerQueues(FormerQueues consumers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<QueueView>> ReadAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await using var connection = await BrokerConnection.OpenAsync(consumers.Broker, limit.Token);
            var queues = new List<QueueView>();
            foreach (var queue in consumers.Consumers.Distinct().Select(QueueNames.QueueOf).Order(StringComparer.Ordinal))
            {
                await using var channel = await connection.CreateChannelAsync(cancellationToken: limit.Token);
                var found = await channel.QueueDeclarePassiveAsync(queue, limit.Token);
                queues.Add(new QueueView(queue, found.MessageCount, found.ConsumerCount));
            }

            return queues;
        }
        catch (Exception error)
            when (error is BrokerUnreachableException or OperationInterruptedException or OperationCanceledException
                && !cancellationToken.IsCancellationRequested
            )
        {
            return [];
        }
    }
}
