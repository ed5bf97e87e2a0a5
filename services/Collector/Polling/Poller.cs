using Microsoft.Extensions.Options;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Policies;

namespace NewsEducator.Collector.Polling;

/// <summary>Polls whatever is due, a few sources at once; replicas share the table.</summary>
internal sealed class Poller(
    IServiceScopeFactory scopes,
    AskPolicy policy,
    IOptions<CollectorOptions> options,
    TimeProvider time,
    ILogger<Poller> logger
) : BackgroundService
{
    // Each of them goes on by itself: a poll that hangs keeps none of the others waiting.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.ConcurrentPolls).Select(_ => PollForEverAsync(stoppingToken)));

    private async Task PollForEverAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollCheck, time);
        do
        {
            try
            {
                while (await PollNextAsync(cancellationToken)) { }
            }
            catch (PolicyUnknownException)
            {
                // Said when Compliance was asked; asked again with the next check.
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "The sources that are due could not be polled; they are tried again.");
            }
        } while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <returns>False where none is due.</returns>
    private async Task<bool> PollNextAsync(CancellationToken cancellationToken)
    {
        await policy.RequireAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CollectorDb>();
        var now = time.GetUtcNow();
        if (await db.ClaimDueAsync(most: 1, now, now + options.Value.Lease, cancellationToken) is not [var source])
        {
            return false;
        }

        await scope.ServiceProvider.GetRequiredService<PollSource>().PollAsync(source, cancellationToken);
        return true;
    }
}
