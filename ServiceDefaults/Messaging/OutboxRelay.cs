using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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
    ILogger<OutboxRelay> logger) : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(30);
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
        var batch = await db.Outbox
            .FromSqlRaw($"SELECT * FROM outbox ORDER BY id LIMIT {BatchSize} FOR UPDATE SKIP LOCKED")
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        if (batch.Count == 0)
        {
            return 0;
        }

        // A send can outlive its token, so the wait is bounded as well; the rows stay until the next round.
        await Task.WhenAll(batch.Select(message => SendAsync(message, cancellationToken))).WaitAsync(SendTimeout, cancellationToken);
        var sent = batch.Select(message => message.Id).ToArray();
        await db.Outbox.Where(message => sent.Contains(message.Id)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return batch.Count;
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var activity = Source.StartActivity("outbox relay", ActivityKind.Internal, message.TraceParent);
        var content = message.Open();
        await bus.Publish(content, content.GetType(), context =>
        {
            context.MessageId = message.MessageId;
            options.Value.OnPublish?.Invoke(context, content);
        }, cancellationToken);
    }
}
