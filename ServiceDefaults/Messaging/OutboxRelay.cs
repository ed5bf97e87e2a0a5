using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using Npgsql;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Sends what the outbox holds, and deletes it once the broker has confirmed.</summary>
/// <remarks>
/// Killed between confirm and delete it sends again, under the same message id; the inboxes drop the repeat.
/// Replicas share the table by SKIP LOCKED.
/// </remarks>
internal sealed class OutboxRelay(
    NpgsqlDataSource database,
    IBus bus,
    OutboxSignal signal,
    IOptions<BusOptions> options,
    TimeProvider time,
    ILogger<OutboxRelay> logger
) : BackgroundService
{
    private const int BatchSize = 100;

    // Those that could not be sent before have their own, smaller share of each batch: they hold up nothing that is new.
    private const int Repeats = 20;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Stable: alerts watch for it.</summary>
    private static readonly EventId EventReturned = new(2001, "EventReturned");

    private static readonly ActivitySource Source = new("NewsEducator.Outbox");
    private static readonly Counter<long> Unsent = new Meter("NewsEducator.Outbox").CreateCounter<long>(
        "newseducator.outbox.unsent",
        "{attempt}",
        "Attempts to send a message that failed; the message is kept."
    );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SendBatchAsync(stoppingToken))
                {
                    continue;
                }
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "The outbox could not be sent; its messages are kept and sent later.");
            }

            await signal.WaitAsync(PollInterval, stoppingToken);
        }
    }

    /// <returns>Whether there may be more to send at once.</returns>
    private async Task<bool> SendBatchAsync(CancellationToken cancellationToken)
    {
        await using var claimed = await ClaimedMessages.ClaimAsync(database, time.GetUtcNow(), BatchSize, Repeats, cancellationToken);
        if (claimed.Fresh.Count + claimed.Repeats.Count == 0)
        {
            return false;
        }

        var sent = await Task.WhenAll(claimed.Fresh.Select(message => TrySendAsync(message, cancellationToken)));
        var outcomes = claimed
            .Fresh.Zip(sent, (message, fault) => (Message: message, Fault: fault))
            .Concat(await RepeatAsync(claimed.Repeats, cancellationToken))
            .ToLookup(outcome => outcome.Fault is null, outcome => outcome.Message);
        var now = time.GetUtcNow();
        await claimed.SettleAsync(
            outcomes[true].Select(message => message.Id),
            [.. outcomes[false].Select(message => (message.Id, now + Jitter.Of(Backoff.After(message.Attempts + 1))))],
            cancellationToken
        );
        return (claimed.Fresh.Count == BatchSize || claimed.Repeats.Count == Repeats) && outcomes[true].Any();
    }

    /// <summary>One after the other: a message that makes the broker close the channel then fails alone. Where the broker is away, one
    /// attempt is enough.</summary>
    private async Task<List<(OutboxMessage Message, Exception? Fault)>> RepeatAsync(
        List<OutboxMessage> repeats,
        CancellationToken cancellationToken
    )
    {
        var outcomes = new List<(OutboxMessage Message, Exception? Fault)>();
        foreach (var message in repeats)
        {
            outcomes.Add((message, await TrySendAsync(message, cancellationToken)));
            if (outcomes[^1].Fault is not (null or MessageReturnedException or JsonException))
            {
                break;
            }
        }

        return outcomes;
    }

    /// <returns>Why it could not be sent; null once the broker has it.</returns>
    private async Task<Exception?> TrySendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            // A send can outlive its token, so the wait is bounded as well.
            await SendAsync(message, cancellationToken).WaitAsync(SendTimeout, time, cancellationToken);
            return null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // A public event always has a queue to go to; without one the exchange has lost its bindings.
            var isLost = error is MessageReturnedException && message.Open() is IAnnouncement;
            logger.Log(
                isLost ? LogLevel.Error : LogLevel.Warning,
                isLost ? EventReturned : default,
                "Message {Id} ({Type}) could not be sent and is kept: {Reason}",
                message.Id,
                message.Type,
                error.Message
            );
            Unsent.Add(1, new KeyValuePair<string, object?>("returned", error is MessageReturnedException));
            return error;
        }
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var activity = Source.StartActivity("outbox relay", ActivityKind.Internal, message.TraceParent);
        var content = message.Open();
        await bus.Publish(
            content,
            content.GetType(),
            context =>
            {
                context.MessageId = message.MessageId;
                // Before its consumer's first start a message would fall through the exchange and be gone.
                if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                {
                    rabbit.Mandatory = content is not IAnnouncement;
                }

                options.Value.OnPublish?.Invoke(context, content);
            },
            cancellationToken
        );
    }
}
