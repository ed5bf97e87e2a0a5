using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Sends what the outbox holds, and deletes it once the broker has confirmed.</summary>
/// <remarks>
/// Killed between confirm and delete it sends again, under the same message id; the inboxes drop the repeat.
/// Replicas share the table by SKIP LOCKED.
/// </remarks>
internal sealed class OutboxRelay(
    IServiceScopeFactory scopes,
    IBus bus,
    OutboxSignal signal,
    IOptions<BusOptions> options,
    TimeProvider time,
    ILogger<OutboxRelay> logger) : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);
    private static readonly ActivitySource Source = new("NewsEducator.Outbox");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SendBatchAsync(stoppingToken) == BatchSize)
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

    private async Task<int> SendBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var batch = await db.Outbox
            .FromSql($"SELECT * FROM outbox WHERE not_before <= {now} ORDER BY id LIMIT {BatchSize} FOR UPDATE SKIP LOCKED")
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        if (batch.Count == 0)
        {
            return 0;
        }

        var sent = await Task.WhenAll(batch.Select(message => TrySendAsync(message, cancellationToken)));
        await SettleAsync(db, batch.Zip(sent).ToLookup(each => each.Second, each => each.First.Id), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return sent.Contains(false) ? 0 : batch.Count;
    }

    private static async Task SettleAsync(ServiceDb db, ILookup<bool, long> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (sent, kept) = (ids[true].ToArray(), ids[false].ToArray());
        await db.Outbox.Where(message => sent.Contains(message.Id)).ExecuteDeleteAsync(cancellationToken);
        if (kept.Length > 0)
        {
            await db.Outbox.Where(message => kept.Contains(message.Id))
                .ExecuteUpdateAsync(update => update.SetProperty(message => message.NotBefore, now + RetryInterval), cancellationToken);
        }
    }

    private async Task<bool> TrySendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            // A send can outlive its token, so the wait is bounded as well.
            await SendAsync(message, cancellationToken).WaitAsync(SendTimeout, time, cancellationToken);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("Message {Id} ({Type}) could not be sent and is kept: {Reason}", message.Id, message.Type, error.Message);
            return false;
        }
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var activity = Source.StartActivity("outbox relay", ActivityKind.Internal, message.TraceParent);
        var content = message.Open();
        await bus.Publish(content, content.GetType(), context =>
        {
            context.MessageId = message.MessageId;
            // Before its consumer's first start a message would fall through the exchange and be gone.
            if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
            {
                rabbit.Mandatory = content is not IAnnouncement;
            }

            options.Value.OnPublish?.Invoke(context, content);
        }, cancellationToken);
    }
}
