using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>Sends what is due: one delivery at a time to each webhook, all webhooks at once, so that a slow one delays no other. A revision
/// of a digest waits for the one before it, as long as that one is tried.</summary>
/// <remarks>Replicas share the table by leases. Whoever is killed has sent or not; the event is sent again under the same id.</remarks>
internal sealed class SendDeliveries(
    IServiceScopeFactory scopes,
    IOptions<WebhookOptions> options,
    TimeProvider time,
    ILogger<SendDeliveries> logger
) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(1);

    // Longer than an attempt may take.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<long, Task> _running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sweepAt = time.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var id in await ClaimAsync(stoppingToken))
                {
                    _running[id] = SendAsync(id, stoppingToken);
                }

                if (time.GetUtcNow() >= sweepAt)
                {
                    await SweepAsync(stoppingToken);
                    sweepAt = time.GetUtcNow() + SweepInterval;
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "Due webhook deliveries could not be looked through; it is tried again.");
            }

            await Task.Delay(PollInterval, time, stoppingToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_running.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<List<long>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PublisherDb>();
        var (now, until) = (time.GetUtcNow(), time.GetUtcNow() + Lease);
        return await db
            .Database.SqlQuery<long>(
                $"""
                UPDATE webhook_deliveries SET leased_until = {until}
                WHERE (leased_until IS NULL OR leased_until <= {now}) AND id IN (
                    SELECT DISTINCT ON (due.webhook_id) due.id FROM webhook_deliveries due
                    WHERE due.next_at <= {now} AND NOT EXISTS (
                        SELECT 1 FROM webhook_deliveries busy WHERE busy.webhook_id = due.webhook_id AND busy.leased_until > {now})
                    AND NOT EXISTS (
                        SELECT 1 FROM webhook_deliveries earlier WHERE earlier.webhook_id = due.webhook_id AND earlier.id < due.id
                        AND earlier.digest_date = due.digest_date AND earlier.next_at IS NOT NULL)
                    ORDER BY due.webhook_id, due.next_at, due.id)
                RETURNING id AS "Value"
                """
            )
            .ToListAsync(cancellationToken);
    }

    private async Task SendAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DeliverEvent>().TryAsync(id, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(error, "Webhook delivery {Id} could not be recorded; it is sent again when its lease has ended.", id);
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = time.GetUtcNow() - options.Value.Retention;
        var db = scope.ServiceProvider.GetRequiredService<PublisherDb>();
        // A replay of an old digest is kept until it is through.
        await db
            .AnnouncedEvents.Where(announced => announced.At < before)
            .Where(announced => !db.WebhookDeliveries.Any(each => each.EventId == announced.Id && each.NextAt != null))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
