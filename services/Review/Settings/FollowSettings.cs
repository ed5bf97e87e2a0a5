using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.Review.Settings;

/// <summary>Keeps this replica at what was changed, whichever replica took the change.</summary>
internal sealed class FollowSettings(
    IServiceScopeFactory scopes,
    ChangedSettings changed,
    IConfiguration settings,
    TimeProvider time,
    ILogger<FollowSettings> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>Known before anything else of the service begins to work.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("What was changed of the settings could not be read, the last known stays: {Error}", error.Message);
            }
        }
    }

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var change in await db.LatestSettingsAsync(cancellationToken))
        {
            if (change.Value is { } value && Counts(change.Name, value))
            {
                values[SettingName.KeyOf(change.Name)] = value;
            }
        }

        changed.Put(values);
    }

    /// <summary>Another version of the program may have allowed more.</summary>
    private bool Counts(string name, string value) =>
        changed.Says(SettingName.KeyOf(name), value)
        || (ReviewSettings.Changeable.Contains(name) && ReviewSettings.Allows(settings, name, value));
}

internal static class StoredSettings
{
    /// <summary>The last change of each name.</summary>
    public static Task<List<SettingChange>> LatestSettingsAsync(this ReviewDb db, CancellationToken cancellationToken) =>
        db
            .SettingChanges.AsNoTracking()
            .Where(change => !db.SettingChanges.Any(later => later.Name == change.Name && later.Id > change.Id))
            .ToListAsync(cancellationToken);
}
