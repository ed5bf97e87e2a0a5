using Microsoft.Extensions.Options;

namespace NewsEducator.Review.Idempotency;

internal sealed class SweepAnswers(
    IServiceScopeFactory scopes,
    IOptions<IdempotencyOptions> options,
    TimeProvider time,
    ILogger<SweepAnswers> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<AnswerStore>().SweepAsync(stoppingToken);
            }
            catch (Exception error)
                when (error
                        is Npgsql.NpgsqlException
                            or TimeoutException
                            or InvalidOperationException { InnerException: Npgsql.NpgsqlException }
                )
            {
                logger.LogWarning(error, "Old answers were not swept; tried again in {Interval}.", options.Value.SweepEvery);
            }
        }
    }
}
