using Microsoft.Extensions.Options;
using NewsEducator.Collector.Data;

namespace NewsEducator.Collector.Polling;

/// <summary>Polls whatever is due, a few sources at once; replicas share the table.</summary>
internal sealed class Poller(IServiceScopeFactory scopes, IOptions<CollectorOptions> options, TimeProvider time, ILogger<Poller> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollCheck, time);
        do
        {
            try
            {
                await PollDueAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "The sources that are due could not be polled; they are tried again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task PollDueAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> due;
        do
        {
            due = await ClaimAsync(cancellationToken);
            await Parallel.ForEachAsync(due, cancellationToken, PollAsync);
        }
        while (due.Count > 0);
    }

    private async Task<IReadOnlyList<string>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<CollectorDb>()
            .ClaimDueAsync(options.Value.ConcurrentPolls, now, now + options.Value.Lease, cancellationToken);
    }

    private async ValueTask PollAsync(string sourceId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<CollectorDb>().Sources.FindAsync([sourceId], cancellationToken) is { } source)
        {
            await scope.ServiceProvider.GetRequiredService<PollSource>().PollAsync(source, cancellationToken);
        }
    }
}
