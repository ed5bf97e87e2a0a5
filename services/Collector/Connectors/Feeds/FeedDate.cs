using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors.Feeds;

/// <summary>A moment as feeds write it: RFC 822 and 3339, and what publishers take for these.</summary>
internal static partial class FeedDate
{
    private const int Longest = 100;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, double> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["z"] = 0, ["ut"] = 0, ["utc"] = 0, ["gmt"] = 0, ["wet"] = 0, ["bst"] = 1, ["west"] = 1, ["cet"] = 1, ["met"] = 1, ["cest"] = 2, ["mest"] = 2,
        ["eet"] = 2, ["eest"] = 3, ["msk"] = 3, ["ist"] = 5.5, ["jst"] = 9, ["kst"] = 9, ["aest"] = 10, ["aedt"] = 11, ["nzst"] = 12, ["nzdt"] = 13,
        ["est"] = -5, ["edt"] = -4, ["et"] = -5, ["cst"] = -6, ["cdt"] = -5, ["ct"] = -6, ["mst"] = -7, ["mdt"] = -6, ["mt"] = -7,
        ["pst"] = -8, ["pdt"] = -7, ["pt"] = -8, ["akst"] = -9, ["akdt"] = -8, ["hst"] = -10, ["ast"] = -4, ["adt"] = -3,
    };

    /// <returns>In UTC, to the second; a date without a time is midnight, one without a zone is in UTC; null where it cannot be read.</returns>
    public static DateTimeOffset? Parse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > Longest)
        {
            return null;
        }

        return Usual(trimmed)
            ?? OfMatch(Iso().Match(trimmed), match => Number(match, "month"))
            ?? OfMatch(DayFirst().Match(trimmed), MonthByName)
            ?? OfMatch(MonthFirst().Match(trimmed), MonthByName)
            ?? OfMatch(Slashes().Match(trimmed), match => Number(match, "month"))
            ?? OfUnixTime(trimmed)
            ?? (DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other) ? other.ToUniversalTime() : null);
    }

    // What nearly all feeds write is read without a pattern.
    private static readonly string[] UsualFormats = ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, dd MMM yyyy HH:mm:ss zzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz"];

    private static DateTimeOffset? Usual(string text) =>
        DateTimeOffset.TryParseExact(text, UsualFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;

    // Ten digits from 2001 to 2033.
    private static DateTimeOffset? OfUnixTime(string text) =>
        text is ['1', _, _, _, _, _, _, _, _, _] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static DateTimeOffset? OfMatch(Match match, Func<Match, int> month)
    {
        if (!match.Success)
        {
            return null;
        }

        var (year, day) = (Year(match), Math.Max(1, Number(match, "day")));
        var (hour, minute, second) = (HourOf(match), Number(match, "minute"), Number(match, "second"));
        if (year is < 1 or > 9998 || month(match) is not (>= 0 and <= 12) || day > 31 || hour > 24 || minute > 59 || second > 60)
        {
            return null;
        }

        // Added rather than constructed: 24:00 is the next day's midnight, a leap second the next minute.
        var start = new DateTimeOffset(year, Math.Max(1, month(match)), 1, 0, 0, 0, TimeSpan.Zero);
        var time = start.AddDays(day - 1).AddHours(hour).AddMinutes(minute).AddSeconds(second);
        return day > DateTime.DaysInMonth(start.Year, start.Month) ? null : time - Offset(match.Groups["zone"].Value);
    }

    private static int Year(Match match)
    {
        var year = Number(match, "year");
        return match.Groups["year"].Length > 2 ? year : year + (year < 69 ? 2000 : 1900);
    }

    private static int HourOf(Match match)
    {
        var hour = Number(match, "hour");
        return match.Groups["half"].Value.ToLowerInvariant() switch
        {
            "pm" when hour < 12 => hour + 12,
            "am" when hour == 12 => 0,
            _ => hour,
        };
    }

    private static TimeSpan Offset(string zone)
    {
        var compact = zone.Replace(" ", "", StringComparison.Ordinal).Trim('(', ')');
        if (compact.Length == 0 || Zones.ContainsKey(compact))
        {
            return TimeSpan.FromHours(Zones.GetValueOrDefault(compact));
        }

        var sign = compact.LastIndexOfAny(['+', '-']);
        if (sign < 0)
        {
            return TimeSpan.Zero;
        }

        var digits = compact[(sign + 1)..].Replace(":", "", StringComparison.Ordinal).TakeWhile(char.IsAsciiDigit).ToArray();
        var value = digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
        var offset = digits.Length <= 2 ? TimeSpan.FromHours(value) : TimeSpan.FromMinutes((value / 100 * 60) + (value % 100));
        return compact[sign] == '-' ? -offset : offset;
    }

    private static int MonthByName(Match match)
    {
        var name = match.Groups["name"].Value;
        return name.Length < 3 ? -1 : Array.IndexOf(Months, name[..3].ToLowerInvariant()) is >= 0 and var index ? index + 1 : -1;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value.Length: < 9 } found && int.TryParse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private const string Time =
        @"(?<hour>\d{1,2})(:?(?<minute>\d{2})(:?(?<second>\d{2})([.,]\d+)?)?)?(\s*(?<half>[ap]m)\b)?\s*(?<zone>[(]?[a-z]{1,5}[)]?([+-]\d[\d:]*)?|[+-] ?\d[\d:]*)?";

    private const RegexOptions Patterns = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>2003-12-31T10:14:55.5Z, 20031231, 2003-12.</summary>
    [GeneratedRegex(
        @"^(?<year>\d{4})(-?(?<month>\d{2})(-?(?<day>\d{2}))?)?([t_ ]+" + Time + @")?(\s.*)?$",
        Patterns)]
    private static partial Regex Iso();

    /// <summary>Thu, 01 Jan 2004 19:48:21 GMT, with or without most of it.</summary>
    [GeneratedRegex(
        @"^([^\d\s,]+[,.]?\s+|[^\d\s,]+,)?(?<day>\d{1,2})(st|nd|rd|th)?[ -]+(?<name>[a-z]{3,9})[.,]?[ -]+(?<year>\d{4}|\d{2})\b(,?[\s-]+(at )?" + Time + @")?(\s.*)?$",
        Patterns)]
    private static partial Regex DayFirst();

    /// <summary>Jan 5, 2004 10:14 pm; Sun Jan 4 16:29:06 PST 2004.</summary>
    [GeneratedRegex(
        @"^([a-z]{3,9}[,.]?\s+)?(?<name>[a-z]{3,9})[.]?\s+(?<day>\d{1,2})(st|nd|rd|th)?,?\s+((?<year>\d{4})(,?\s+(at )?" + Time + @")?|(?<hour>\d{1,2}):(?<minute>\d{2})(:(?<second>\d{2}))?\s+((?<zone>[a-z]{1,5}|[+-]\d{4})\s+)?(?<year>\d{4}))(\s.*)?$",
        Patterns)]
    private static partial Regex MonthFirst();

    /// <summary>2004/01/05 10:14.</summary>
    [GeneratedRegex(
        @"^(?<year>\d{4})[/.](?<month>\d{1,2})[/.](?<day>\d{1,2})([t ]+" + Time + @")?(\s.*)?$",
        Patterns)]
    private static partial Regex Slashes();
}
