using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsEducator.Compliance.Grounding.Figures;

/// <summary>Dates and times of day in the forms that a Chinese sentence writes otherwise: 2023-08-24 is 2023 年 8 月 24 日, 8 PM is
/// 20:00.</summary>
internal static partial class Moments
{
    private const int Noon = 12;

    /// <returns>Each number of the dates, with where the date stands.</returns>
    public static IEnumerable<(double Value, int Start)> NumbersOfDates(string text) =>
        from Match date in IsoDate().Matches(text)
        from part in date.Groups.Values.Skip(1)
        select (double.Parse(part.ValueSpan, CultureInfo.InvariantCulture), date.Index);

    /// <returns>Times as 20:00, with where they stand.</returns>
    public static IEnumerable<(string Time, int Start)> Times(string text) =>
        from Match time in TwelveHours().Matches(text)
        let hour = int.Parse(time.Groups[1].ValueSpan, CultureInfo.InvariantCulture) % Noon
        let isLate = time.Groups[3].ValueSpan[0] is 'p' or 'P'
        select ($"{(isLate ? hour + Noon : hour):00}:{(time.Groups[2].Success ? time.Groups[2].Value : "00")}", time.Index);

    [GeneratedRegex(@"(?<!\d)([12]\d{3})-([01]\d)-([0-3]\d)(?!\d)", RegexOptions.ECMAScript)]
    private static partial Regex IsoDate();

    [GeneratedRegex(
        @"(?<![\d.:])([01]?\d)(?::([0-5]\d))? ?(am|pm|a\.m\.|p\.m\.)(?![a-z])",
        RegexOptions.ECMAScript | RegexOptions.IgnoreCase
    )]
    private static partial Regex TwelveHours();
}
