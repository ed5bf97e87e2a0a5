using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors.Dates;

/// <summary>A moment as feeds and pages write it: RFC 822 and 3339, what publishers take for these, and what people write in any of some
/// thirty languages.</summary>
/// <remarks>First the day is found, wherever it stands; what is left around it holds the time of day and the zone.</remarks>
internal static class LooseDate
{
    private const int Longest = 100;

    // Before and after, a date is somebody's default value and nobody's date.
    private const int FirstYear = 1970;
    private const int LastYear = 2099;

    // What nearly all feeds write is read without a pattern.
    private static readonly string[] UsualFormats =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "ddd, dd MMM yyyy HH:mm:ss zzz",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:sszzz",
    ];

    /// <param name="text">Anything.</param>
    /// <param name="order">How its author orders day and month in <c>03/04/2026</c>.</param>
    /// <returns>In UTC, to the second; a date without a time is midnight, one without a zone is in UTC; null where it cannot be
    /// read.</returns>
    public static DateTimeOffset? Parse(string? text, DayOrder order = DayOrder.Unknown)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > Longest)
        {
            return null;
        }

        var time = Usual(trimmed) ?? UnixTime.Parse(trimmed) ?? Loose(trimmed, order);
        return time?.Year <= LastYear && time > DateTimeOffset.UnixEpoch ? time : null;
    }

    private static DateTimeOffset? Usual(string text) =>
        DateTimeOffset.TryParseExact(text, UsualFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : null;

    private static DateTimeOffset? Loose(string text, DayOrder order)
    {
        var folded = EastAsianYears.Common(DateLetters.Fold(text));
        if (
            CalendarDay.Find(folded, order) is not { Date.Year: >= FirstYear and <= LastYear } day
            || ClockTime.Find(day.Rest) is not { } clock
        )
        {
            return null;
        }

        // Added rather than constructed: 24:00 is the next day's midnight, a leap second the next minute.
        var local = day.Date.ToDateTime(TimeOnly.MinValue) + clock.Time;
        return TimeZones.OffsetIn(clock.Rest, local) is { } offset ? new DateTimeOffset(local, TimeSpan.Zero) - offset : null;
    }
}
