using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Takes over what former versions left in their queues: waiting messages, and those put aside in <c>…_error</c> and
/// <c>…_skipped</c>.</summary>
internal sealed class DrainFormerQueues(
    FormerQueues former,
    IBusControl bus,
    DeadLetterStore store,
    TimeProvider time,
    ILogger<DrainFormerQueues> logger
) : BackgroundService
{
    private static readonly string[] Beside = ["_error", "_skipped"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                // The new queues are bound before an old one goes, so that no message falls between the two.
                await bus.WaitForHealthStatus(BusHealthStatus.Healthy, stoppingToken);
                await DrainAsync(stoppingToken);
                return;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Queues of a former version cannot be read yet: {Reason}", error.Message);
                await Task.Delay(Backoff.After(failures), time, stoppingToken);
            }
        }
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        await using var connection = await BrokerConnection.OpenAsync(former.Broker, cancellationToken);
        foreach (var consumer in former.Consumers.Distinct().ToList())
        {
            await DrainAsync(connection, consumer, consumer, cancellationToken);
            foreach (var suffix in Beside)
            {
                await DrainAsync(connection, $"{consumer}{suffix}", consumer, cancellationToken);
            }
        }
    }

    private async Task DrainAsync(IConnection connection, string queue, string consumer, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        if (await FindAsync(channel, queue, cancellationToken) is null)
        {
            return;
        }

        // Each queue has an exchange of its own name, bound to the messages' ones: without it nothing more arrives.
        await channel.ExchangeDeleteAsync(queue, cancellationToken: cancellationToken);
        var moved = 0;
        while (await channel.BasicGetAsync(queue, autoAck: false, cancellationToken) is { } message)
        {
            var properties = message.BasicProperties;
            var delivery = Delivery.Of(
                consumer,
                properties.MessageId,
                message.Body.ToArray(),
                properties.ContentType,
                properties.Headers ?? new Dictionary<string, object?>()
            );
            await (
                queue == consumer
                    ? store.MoveOverAsync(delivery, cancellationToken)
                    : store.KeepAsync(delivery, FaultOf(delivery), cancellationToken)
            );
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
            moved++;
        }

        logger.LogInformation("The queue {Queue} of a former version is drained: {Count} messages", queue, moved);
        await RemoveAsync(channel, queue, cancellationToken);
    }

    /// <summary>A replica of the former version may still read it: then the next start removes it.</summary>
    private static async Task RemoveAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        // Quorum queues do not know "delete if unused".
        if (await FindAsync(channel, queue, cancellationToken) is { MessageCount: 0, ConsumerCount: 0 })
        {
            await channel.QueueDeleteAsync(queue, cancellationToken: cancellationToken);
        }
    }

    private static async Task<QueueDeclareOk?> FindAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }

    private static Fault FaultOf(Delivery delivery)
    {
        var type = delivery.Headers.GetValueOrDefault(MessageHeaders.FaultExceptionType, "unknown");
        return new Fault(
            delivery.Headers.GetValueOrDefault(MessageHeaders.FaultMessage, "put aside by a former version"),
            $"{type} in a former version",
            IsLasting: true
        );
    }
}

/// <summary>What there is to drain.</summary>
/// <param name="Broker">AMQP address.</param>
/// <param name="Consumers">Their queues had these names.</param>
internal sealed record FormerQueues(Uri Broker, ICollection<string> Consumers);
