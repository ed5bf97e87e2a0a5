using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Notes;

/// <summary>Looks at the vault and at the packs of the last days, and syncs those of which either changed.</summary>
/// <remarks>It looks instead of being told: file events do not come through network folders and sync tools. Replicas take turns by the pack's lock.</remarks>
internal sealed class NotesSync(
    IServiceScopeFactory scopes, IOptions<NotesOptions> options, TimeProvider time, ILogger<NotesSync> logger) : BackgroundService
{
    private readonly Dictionary<DateOnly, Seen> _seen = [];

    private sealed record Seen(int PackVersion, (DateTime WrittenAt, long Length)? Stamp, DateTimeOffset At);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrEmpty(options.Value.Folder))
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "The notes could not be brought into step with the packs; it is tried again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var (date, version) in await RecentAsync(cancellationToken))
        {
            var stamp = new NoteFile(options.Value.PathOf(date)).Stamp;
            if (_seen.GetValueOrDefault(date) is { } seen && seen.PackVersion == version && seen.Stamp == stamp && IsSettled(seen))
            {
                continue;
            }

            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SyncNote>().RunAsync(date, cancellationToken);
            _seen[date] = _seen.GetValueOrDefault(date) is { } before && before.PackVersion == version && before.Stamp == stamp
                ? before
                : new Seen(version, stamp, time.GetUtcNow());
        }
    }

    // A note is looked at until its errors, too, have had their patience.
    private bool IsSettled(Seen seen) => time.GetUtcNow() - seen.At > options.Value.Patience + options.Value.Settle + options.Value.Interval;

    private async Task<Dictionary<DateOnly, int>> RecentAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddDays(-options.Value.Days);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReviewDb>().Packs.AsNoTracking()
            .Where(pack => pack.CreatedAt >= since)
            .ToDictionaryAsync(pack => pack.Date, pack => pack.Version, cancellationToken);
    }
}
