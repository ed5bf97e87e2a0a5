using Microsoft.Extensions.Options;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Policies;

namespace NewsEducator.Collector.Retries;

/// <summary>Asks again for what could not be fetched, each when it is due; apart from the polls, so that neither waits for the
/// other.</summary>
internal sealed class RetryFetches(
    IServiceScopeFactory scopes,
    AskPolicy policy,
    IOptions<RetryOptions> options,
    IOptions<CollectorOptions> collector,
    TimeProvider time,
    ILogger<RetryFetches> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Check, time);
        do
        {
            try
            {
                while (await RetryNextAsync(stoppingToken)) { }
            }
            catch (PolicyUnknownException)
            {
                // Said when Compliance was asked; asked again with the next check.
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "An item that is due could not be asked for again; it is tried later.");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>False where none is due.</returns>
    private async Task<bool> RetryNextAsync(CancellationToken cancellationToken)
    {
        await policy.RequireAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CollectorDb>();
        var now = time.GetUtcNow();
        if (await db.ClaimRetryAsync(now, now + collector.Value.Lease, cancellationToken) is not { } retry)
        {
            return false;
        }

        await scope.ServiceProvider.GetRequiredService<CollectInIsolation>().AgainAsync(retry, cancellationToken);
        return true;
    }
}
