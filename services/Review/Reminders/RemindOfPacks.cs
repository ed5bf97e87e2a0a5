using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Reminders;

/// <summary>Tells reviewers once of a pack that has waited for too long. Replicas may all look: the pack's row says whether it was
/// told.</summary>
internal sealed class RemindOfPacks(
    IServiceScopeFactory scopes,
    IOptions<ReviewOptions> options,
    TimeProvider time,
    ILogger<RemindOfPacks> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // Days that nobody released before this was installed, or while nothing ran, are history.
    private static readonly TimeSpan NotOlderThan = TimeSpan.FromDays(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await RemindAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "Packs that wait could not be looked through; it is tried again.");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task RemindAsync(CancellationToken cancellationToken)
    {
        if (options.Value.RemindAfter <= TimeSpan.Zero)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
        var now = time.GetUtcNow();
        var (until, from) = (now - options.Value.RemindAfter, now - options.Value.RemindAfter - NotOlderThan);
        var due = await db
            .Packs.Where(pack => pack.ReleasedAt == null && pack.RemindedAt == null && pack.CreatedAt <= until && pack.CreatedAt >= from)
            .Where(pack => pack.Candidates.Any(candidate => candidate.Choice == null))
            .Select(pack => pack.Date)
            .ToListAsync(cancellationToken);
        foreach (var date in due)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.LockPackAsync(date, cancellationToken) is { IsReleased: false, RemindedAt: null } pack)
            {
                pack.Remind(now);
                await db.AnnounceWaitingPackAsync(pack, isOverdue: true, options.Value, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            db.ChangeTracker.Clear();
        }
    }
}
