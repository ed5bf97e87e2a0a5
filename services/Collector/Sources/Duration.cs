using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Sources;

/// <summary>A length of time as people write it: <c>90s</c>, <c>15m</c>, <c>2h</c>, <c>1d</c>.</summary>
internal static partial class Duration
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        var match = Form().Match(text);
        duration = match.Success
            ? UnitOf(match.Groups["unit"].Value) * int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture)
            : default;
        return match.Success;
    }

    /// <summary>In the largest unit that leaves no rest.</summary>
    public static string Write(TimeSpan duration) =>
        duration switch
        {
            _ when duration.Ticks % TimeSpan.TicksPerDay == 0 => $"{duration.TotalDays:0}d",
            _ when duration.Ticks % TimeSpan.TicksPerHour == 0 => $"{duration.TotalHours:0}h",
            _ when duration.Ticks % TimeSpan.TicksPerMinute == 0 => $"{duration.TotalMinutes:0}m",
            _ => $"{duration.TotalSeconds:0}s",
        };

    private static TimeSpan UnitOf(string unit) =>
        unit switch
        {
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            _ => TimeSpan.FromDays(1),
        };

    [GeneratedRegex(@"^(?<count>[1-9]\d{0,4})(?<unit>[smhd])\z", RegexOptions.ECMAScript)]
    private static partial Regex Form();
}
