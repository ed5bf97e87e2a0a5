using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Notes;
using NewsEducator.Review.Operations;
using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.Review.Settings;

/// <summary>What the service runs with, and who says so.</summary>
internal sealed class ReadSettings(ReviewDb db, SettingsInForce settings, ServiceCalls calls)
{
    private const int MostChanges = 20;

    // Those that everybody at the desk may see.
    private static readonly string[] Open = [ReviewOptions.Section, NotesOptions.Section];

    public static async Task<Ok<SettingsView>> Handle(ReadSettings read, CancellationToken cancellationToken) =>
        TypedResults.Ok(await read.ReadAsync(cancellationToken));

    public async Task<SettingsView> ReadAsync(CancellationToken cancellationToken)
    {
        var latest = (await db.LatestSettingsAsync(cancellationToken)).ToDictionary(change => change.Name);
        var changes = await db
            .SettingChanges.OrderByDescending(change => change.Id)
            .Take(MostChanges)
            .Select(change => new SettingChangeView(change.Name, change.Value, change.By, change.At))
            .ToListAsync(cancellationToken);
        return new SettingsView(
            [
                .. settings
                    .Read()
                    .Where(IsOpen)
                    .OrderBy(setting => Array.IndexOf(Open, SectionOf(setting)))
                    .Select(setting => WithChange(setting, latest)),
            ],
            changes
        );
    }

    /// <summary>For operators: what every other service runs with, and the rest of Review's own.</summary>
    /// <returns>By service; null where one does not answer.</returns>
    public async Task<IReadOnlyList<ServiceSettings>> ReadServicesAsync(CancellationToken cancellationToken)
    {
        var neighbours = await Task.WhenAll(
            ServiceCalls.Neighbours.Select(async service => new ServiceSettings(
                service,
                await calls.GetAsync<List<SettingView>>(service, "/api/configuration", cancellationToken)
            ))
        );
        return [.. neighbours, new ServiceSettings(ReadOperations.Own, [.. settings.Read().Where(setting => !IsOpen(setting))])];
    }

    private static bool IsOpen(SettingView setting) => Open.Contains(SectionOf(setting));

    private static string SectionOf(SettingView setting) => setting.Name.Split("__")[0];

    private static SettingView WithChange(SettingView setting, Dictionary<string, SettingChange> latest)
    {
        var change = setting.Source == SettingSource.Changed ? latest.GetValueOrDefault(setting.Name) : null;
        return setting with
        {
            IsChangeable = ReviewSettings.Changeable.Contains(setting.Name),
            ChangedBy = change?.By,
            ChangedAt = change?.At,
        };
    }
}

/// <summary>What one service runs with.</summary>
/// <param name="Settings">Null where it does not answer.</param>
public sealed record ServiceSettings(string Service, IReadOnlyList<SettingView>? Settings);
