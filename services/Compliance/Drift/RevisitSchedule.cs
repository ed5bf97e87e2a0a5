using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;

namespace NewsEducator.Compliance.Drift;

/// <summary>Asks the Collector for the sources of published items, each when it is due. Replicas share the table.</summary>
internal sealed class RevisitSchedule(
    IServiceScopeFactory scopes,
    IOptions<DriftOptions> options,
    TimeProvider time,
    ILogger<RevisitSchedule> logger
) : BackgroundService
{
    private const int BatchSize = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.WatchFor <= TimeSpan.Zero)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.Check, time);
        do
        {
            try
            {
                await AskDueAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "The published items that are due could not be looked at again; they are tried later.");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task AskDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ComplianceDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var due = await db
            .Outcomes.FromSql(
                $"SELECT * FROM candidate_outcomes WHERE next_look_at <= {now} AND content IS NOT NULL ORDER BY next_look_at LIMIT {BatchSize} FOR UPDATE SKIP LOCKED"
            )
            .ToListAsync(cancellationToken);
        due.ForEach(outcome => db.Publish(outcome.Look(outcome.Content!, now, options.Value)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
