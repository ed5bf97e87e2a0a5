using System.Globalization;

namespace NewsEducator.Review.Pages;

/// <summary>The options that the service runs with, by their configuration keys. Secrets are in none of these sections.</summary>
public sealed record SettingsInForce(string Name, IReadOnlyList<(string Name, string Value)> Values)
{
    public static SettingsInForce Of(string section, object options) => new(
        section,
        [.. options.GetType().GetProperties().Where(property => property.CanWrite || property.PropertyType == typeof(Dictionary<string, TimeSpan>)).Select(property => (property.Name, Written(property.GetValue(options))))]);

    private static string Written(object? value) => value is Dictionary<string, TimeSpan> spans
        ? string.Join(", ", spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Key} {span.Value}")))
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
