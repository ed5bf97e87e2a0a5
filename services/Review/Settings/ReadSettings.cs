using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Notes;

namespace NewsEducator.Review.Settings;

/// <summary>What the service runs with, and who says so. Secrets are in none of these sections.</summary>
internal sealed class ReadSettings(ReviewDb db, IOptions<ReviewOptions> review, IOptions<NotesOptions> notes, SettingOrigin origin)
{
    private const int MostChanges = 20;

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
                .. Values(ReviewOptions.Section, review.Value)
                    .Concat(Values(NotesOptions.Section, notes.Value))
                    .Select(setting => View(setting.Name, setting.Value, latest)),
            ],
            changes
        );
    }

    private SettingView View(string name, string value, Dictionary<string, SettingChange> latest)
    {
        var (source, file) = origin.Of(name);
        var change = source == SettingSource.Changed ? latest.GetValueOrDefault(name) : null;
        return new SettingView(name, value, source, file, ReviewSettings.Changeable.Contains(name), change?.By, change?.At);
    }

    private static IEnumerable<(string Name, string Value)> Values(string section, object options) =>
        options
            .GetType()
            .GetProperties()
            .Where(property => property.CanWrite || property.PropertyType == typeof(Dictionary<string, TimeSpan>))
            .Select(property => ($"{section}__{property.Name}", Written(property.GetValue(options))));

    private static string Written(object? value) =>
        value switch
        {
            Dictionary<string, TimeSpan> spans => string.Join(
                ", ",
                spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Key} {span.Value}"))
            ),
            TimeOnly clock => clock.ToString(clock.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
