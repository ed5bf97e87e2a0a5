using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsEducator.ServiceDefaults.Retention;

/// <summary>Removes what was kept long enough. Replicas may do it at once: what one removed the other does not find.</summary>
internal sealed class RemoveExpired(
    IServiceScopeFactory scopes,
    IOptions<RetentionOptions> options,
    TimeProvider time,
    ILogger<RemoveExpired> logger
) : BackgroundService
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = options.Value.Interval < FirstAfter ? options.Value.Interval : FirstAfter;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, time, stoppingToken);
            pause = options.Value.Interval;
            await using var scope = scopes.CreateAsyncScope();
            foreach (var data in scope.ServiceProvider.GetServices<IExpiring>().Where(data => data.Period > TimeSpan.Zero))
            {
                await RemoveAsync(data, stoppingToken);
            }
        }
    }

    private async Task RemoveAsync(IExpiring data, CancellationToken cancellationToken)
    {
        try
        {
            var removed = await data.RemoveAsync(time.GetUtcNow() - data.Period, cancellationToken);
            RetentionMetrics.Removed(data, removed);
            if (removed > 0)
            {
                logger.LogInformation("Removed {Count} {What} older than {Period:%d} days", removed, data.What, data.Period);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            RetentionMetrics.Failed(data);
            logger.LogWarning(
                "{What} older than {Period:%d} days are not removed yet; tried again in {Interval}: {Reason}",
                data.What,
                data.Period,
                options.Value.Interval,
                error.GetBaseException().Message
            );
        }
    }
}
