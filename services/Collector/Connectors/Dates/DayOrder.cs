using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors.Dates;

/// <summary>Which of two numbers is the day.</summary>
internal enum DayOrder
{
    Unknown,
    DayFirst,
    MonthFirst,
}

internal static partial class DayOrders
{
    /// <summary>How one author orders them: a number above twelve gives it away, else the language does.</summary>
    /// <param name="dates">All dates of a feed.</param>
    /// <param name="language">As in xml:lang; null where it is not known.</param>
    public static DayOrder Of(IEnumerable<string> dates, string? language)
    {
        var (dayFirst, monthFirst) = (0, 0);
        foreach (var match in dates.Select(text => Numbers().Match(text)).Where(match => match.Success))
        {
            dayFirst += IsDay(match, "first") ? 1 : 0;
            monthFirst += IsDay(match, "second") ? 1 : 0;
        }

        return (dayFirst - monthFirst) switch
        {
            > 0 => DayOrder.DayFirst,
            < 0 => DayOrder.MonthFirst,
            _ => OfLanguage(language),
        };
    }

    // Of all languages only American English puts the month first.
    private static DayOrder OfLanguage(string? language) =>
        language?.ToLowerInvariant() switch
        {
            null or "" => DayOrder.Unknown,
            "en" or "en-us" or "en-ph" => DayOrder.MonthFirst,
            _ => DayOrder.DayFirst,
        };

    private static bool IsDay(Match match, string group) => match.Groups[group].Value is [>= '2' and <= '3', _] or ['1', >= '3' and <= '9'];

    [GeneratedRegex(@"(?<!\d)(?<first>\d{1,2})/(?<second>\d{1,2})/(\d{4}|\d{2})(?!\d)", RegexOptions.ECMAScript)]
    private static partial Regex Numbers();
}
