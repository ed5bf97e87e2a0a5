using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors.Dates;

/// <summary>The time of day in what is left of a date, and what stands behind it.</summary>
internal sealed partial record ClockTime(TimeSpan Time, string Rest)
{
    private static readonly Func<Regex>[] Forms = [Colons, Chinese, Dots, HalfDay, Digits, HourOnly];

    /// <param name="text">A date without its day.</param>
    /// <returns>Midnight where no time is given; null where it is none of a day.</returns>
    public static ClockTime? Find(string text)
    {
        if (Array.Find(Forms, form => form().IsMatch(text)) is not { } found)
        {
            return new ClockTime(TimeSpan.Zero, text);
        }

        var match = found().Match(text);
        var rest = text[(match.Index + match.Length)..];
        var half = Half().Match(rest);
        var letter = half.Success ? half : HalfBefore().Match(text[..match.Index]);
        var hour = HourOf(Number(match, "hour"), letter.Groups["letter"].Value, text);
        var (minute, second) = (Number(match, "minute"), Number(match, "second"));
        return hour > 24 || minute > 59 || second > 60 ? null : new ClockTime(new TimeSpan(hour, minute, second), rest[half.Length..]);
    }

    private static int HourOf(int hour, string half, string text)
    {
        var isMorning = half == "a" || Morning().IsMatch(text);
        var isAfternoon = half == "p" || Afternoon().IsMatch(text);
        return isAfternoon && hour < 12 ? hour + 12
            : isMorning && hour == 12 ? 0
            : hour;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private const RegexOptions Patterns = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>10:14:55.123, 10:14, 16h29, 16 h 29.</summary>
    [GeneratedRegex(@"(?<!\d)(?<hour>\d{1,2}) ?[:h] ?(?<minute>\d{2})( ?[:m'] ?(?<second>\d{2})([.,:]\d+)?)?(?!\d)", Patterns)]
    private static partial Regex Colons();

    [GeneratedRegex(@"(?<!\d)(?<hour>\d{1,2}) ?[時时点點시]( ?(?<minute>\d{1,2}) ?[分분]( ?(?<second>\d{1,2}) ?[秒초])?)?", Patterns)]
    private static partial Regex Chinese();

    /// <summary>9 p.m.; 21h; 21 Uhr.</summary>
    [GeneratedRegex(@"(?<!\d)(?<hour>\d{1,2})(?= ?[ap]\.? ?m\b)|(?<!\d)(?<hour>\d{1,2}) ?(h|uhr)\b", Patterns)]
    private static partial Regex HalfDay();

    [GeneratedRegex(@"(?<![\d.])(?<hour>\d{1,2})\.(?<minute>\d{2})(\.(?<second>\d{2}))?(?![\d.])", Patterns)]
    private static partial Regex Dots();

    /// <summary>101455, 1014.</summary>
    [GeneratedRegex(@"(?<![\d+-])(?<hour>\d{2})(?<minute>\d{2})((?<second>\d{2})([.,]\d+)?)?(?!\d)", Patterns)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<=[t ])(?<hour>\d{1,2})(?= ?(z|[+-]\d|[a-z]{2,4}$|$))", Patterns)]
    private static partial Regex HourOnly();

    [GeneratedRegex(@"^ ?(?<letter>[ap])\. ?m\.?(?!\p{L})|^ ?(?<letter>[ap])m(?!\p{L})\.?|^(?<letter>[ap])(?![\p{L}.])", Patterns)]
    private static partial Regex Half();

    /// <summary>PM 4:29.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?<letter>[ap])\.? ?m\.? *$", Patterns)]
    private static partial Regex HalfBefore();

    [GeneratedRegex(@"上午|午前|오전|凌晨|(?<!\p{L})(π\.? ?μ|ص)(?!\p{L})", Patterns)]
    private static partial Regex Morning();

    [GeneratedRegex(@"下午|午後|오후|傍晚|晚上|(?<!\p{L})(μ\.? ?μ|م)(?!\p{L})", Patterns)]
    private static partial Regex Afternoon();
}
