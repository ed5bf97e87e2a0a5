using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Publisher.Replays;

/// <summary>Sends the replays that were asked for, one after the other; replicas share them by SKIP LOCKED.</summary>
/// <remarks>Killed between sending and saving it sends a few digests twice, under the same ids.</remarks>
internal sealed class SendReplays(IServiceScopeFactory scopes, TimeProvider time, ILogger<SendReplays> logger) : BackgroundService
{
    private const int LongestError = 500;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await StepAsync(stoppingToken))
                {
                    continue;
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "Replays could not be looked through; it is tried again.");
            }

            await Task.Delay(PollInterval, time, stoppingToken);
        }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PublisherDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var replay = await db
            .Replays.FromSql($"SELECT * FROM replays WHERE next_at <= {now} ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED")
            .SingleOrDefaultAsync(cancellationToken);
        if (replay is null)
        {
            return false;
        }

        try
        {
            await scope.ServiceProvider.GetRequiredService<RunReplay>().StepAsync(replay, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(error, "Replay {Id} could not be sent; it goes on after {Date}.", replay.Id, replay.SentUpTo);
            replay.Failures++;
            replay.NextAt = now + Backoff.After(replay.Failures);
            replay.Error = Contracts.PlainText.Line(error.Message, LongestError);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return replay is { NextAt: not null, Failures: 0 };
    }
}
