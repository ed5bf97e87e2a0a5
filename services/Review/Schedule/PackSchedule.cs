using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;

namespace NewsEducator.Review.Schedule;

/// <summary>Cuts the day's pack when its time has come. After downtime, a missed cut is made once, on the same
/// day.</summary>
/// <remarks>Replicas may all try: the day has one pack.</remarks>
internal sealed class PackSchedule(IServiceScopeFactory scopes, PackCalendar calendar, TimeProvider time, ILogger<PackSchedule> logger)
    : BackgroundService
{
    public const string Actor = "schedule";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await CutDueAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "The day's pack could not be cut; it is tried again.");
            }

            await MeasureAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task CutDueAsync(CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        if (calendar.CutOf(today) is not { } due || time.GetUtcNow() < due)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
        if (!await db.Packs.AnyAsync(pack => pack.Date == today, cancellationToken) && await WasAtWorkAsync(db, due, cancellationToken))
        {
            var cut = scope.ServiceProvider.GetRequiredService<CutPack>();
            await cut.SettleAsync(cancellationToken);
            await cut.CutAsync(today, Actor, cancellationToken);
            logger.LogInformation("The pack of {Date} was cut on schedule, due at {Due}.", today, due);
        }
    }

    /// <summary>Apart from the cut: one that fails is what makes a pack late.</summary>
    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
            var today = calendar.Today;
            ReviewMetrics.Late(await PackDelays.ReadAsync(db, calendar.CutOf(today), today, time.GetUtcNow(), cancellationToken));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(error, "How late packs are could not be measured; it is tried again.");
        }
    }

    /// <summary>An installation that is younger than the day's cut has not collected a day yet; its first pack is the next one.</summary>
    internal static Task<bool> WasAtWorkAsync(ReviewDb db, DateTimeOffset due, CancellationToken cancellationToken) =>
        db.Candidates.AnyAsync(candidate => candidate.ArrivedAt < due, cancellationToken);
}
