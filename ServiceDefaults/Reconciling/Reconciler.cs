using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Reconciling;

/// <summary>Asks the next stage for what it lacks, and sends that again. Replicas may ask twice: what comes twice has one effect.</summary>
internal sealed class Reconciler(
    IServiceScopeFactory scopes,
    IHttpClientFactory http,
    IOptions<ReconcileOptions> options,
    TimeProvider time,
    ILogger<Reconciler> logger
) : BackgroundService
{
    private const int LongestInPauses = 128;
    private static readonly Meter Meter = new("NewsEducator.Reconcile");
    private static readonly Counter<long> SentAgain = Meter.CreateCounter<long>(
        "newseducator.reconcile.sent_again",
        "{item}",
        "Items that the next stage lacked."
    );

    private readonly Dictionary<(string What, Guid Id), (int Times, DateTimeOffset NotBefore)> _sent = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.Value.Interval, time, stoppingToken);
            await using var scope = scopes.CreateAsyncScope();
            foreach (var sent in scope.ServiceProvider.GetServices<ISentItems>())
            {
                try
                {
                    await ReconcileAsync(scope.ServiceProvider.GetRequiredService<ServiceDb>(), sent, stoppingToken);
                }
                catch (Exception error) when (!stoppingToken.IsCancellationRequested)
                {
                    logger.LogWarning(
                        "{Next} cannot be asked which {What} it lacks; it is asked again later: {Reason}",
                        sent.Next,
                        sent.What,
                        error.GetBaseException().Message
                    );
                }
            }
        }
    }

    private async Task ReconcileAsync(ServiceDb db, ISentItems sent, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ids = await sent.ListAsync(now - options.Value.Window, now - options.Value.Pause, cancellationToken);
        foreach (var some in ids.Chunk(MissingItems.MostIds))
        {
            var due = (await MissingItems.AskAsync(http, sent.Next, sent.What, some, cancellationToken))
                .Where(id => !_sent.TryGetValue((sent.What, id), out var before) || before.NotBefore <= now)
                .ToList();
            if (due.Count > 0)
            {
                await SendAgainAsync(db, sent, due, now, cancellationToken);
            }
        }

        foreach (var arrived in _sent.Keys.Where(key => key.What == sent.What && !ids.Contains(key.Id)).ToList())
        {
            _sent.Remove(arrived);
        }
    }

    private async Task SendAgainAsync(
        ServiceDb db,
        ISentItems sent,
        List<Guid> ids,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await sent.SendAgainAsync(ids, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        foreach (var id in ids)
        {
            var times = _sent.GetValueOrDefault((sent.What, id)).Times + 1;
            _sent[(sent.What, id)] = (times, now + Backoff.After(times, options.Value.Pause, options.Value.Pause * LongestInPauses));
        }

        SentAgain.Add(ids.Count, new KeyValuePair<string, object?>("next", sent.Next));
        logger.LogWarning(
            "{Next} lacks {Count} {What} that were sent to it, the first is {Id}; they are sent again",
            sent.Next,
            ids.Count,
            sent.What,
            ids[0]
        );
    }
}
