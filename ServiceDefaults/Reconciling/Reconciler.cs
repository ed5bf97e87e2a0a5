using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Reconciling;

/// <summary>Asks the next stage for what it lacks, and sends that again. Replicas may ask twice: what comes twice has one effect.</summary>
internal sealed class Reconciler(
    IServiceScopeFactory scopes, IHttpClientFactory http, IOptions<ReconcileOptions> options, TimeProvider time, ILogger<Reconciler> logger) : BackgroundService
{
    public const string ClientName = "reconcile";
    private const int LongestInPauses = 128;
    private static readonly Meter Meter = new("NewsEducator.Reconcile");
    private static readonly Counter<long> SentAgain = Meter.CreateCounter<long>("newseducator.reconcile.sent_again", "{item}", "Items that the next stage lacked.");

    private readonly Dictionary<Guid, (int Times, DateTimeOffset NotBefore)> _sent = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.Value.Interval, time, stoppingToken);
            try
            {
                await ReconcileAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("The next stage cannot be asked what it lacks, it is later: {Reason}", error.GetBaseException().Message);
            }
        }
    }

    private async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sent = scope.ServiceProvider.GetRequiredService<ISentItems>();
        var now = time.GetUtcNow();
        var ids = await sent.ListAsync(now - options.Value.Window, now - options.Value.Pause, cancellationToken);
        foreach (var some in ids.Chunk(Reconcile.MostIds))
        {
            var due = (await AskAsync(sent.Next, some, cancellationToken)).Where(id => !_sent.TryGetValue(id, out var before) || before.NotBefore <= now).ToList();
            if (due.Count > 0)
            {
                await SendAgainAsync(scope.ServiceProvider.GetRequiredService<ServiceDb>(), sent, due, now, cancellationToken);
            }
        }

        foreach (var arrived in _sent.Keys.Except(ids).ToList())
        {
            _sent.Remove(arrived);
        }
    }

    private async Task SendAgainAsync(ServiceDb db, ISentItems sent, List<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await sent.SendAgainAsync(ids, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        foreach (var id in ids)
        {
            var times = _sent.GetValueOrDefault(id).Times + 1;
            _sent[id] = (times, now + GrowingPause.After(times, options.Value.Pause, options.Value.Pause * LongestInPauses));
        }

        SentAgain.Add(ids.Count, new KeyValuePair<string, object?>("next", sent.Next));
        logger.LogWarning("{Next} lacks {Count} items that were sent to it, the first is {Id}; they are sent again", sent.Next, ids.Count, ids[0]);
    }

    private async Task<IReadOnlyList<Guid>> AskAsync(string next, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        using var client = http.CreateClient(ClientName);
        using var answer = await client.PostAsJsonAsync($"http://{next}{Reconcile.Address}", new Reconcile.Question(ids), cancellationToken);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Reconcile.Answer>(cancellationToken))!.Missing;
    }
}
