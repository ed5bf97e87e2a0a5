using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors.Dates;

/// <summary>The day in a text, and the text without it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Rest">Of the same length, blanks in place of what named the day.</param>
internal sealed partial record CalendarDay(DateOnly Date, string Rest)
{
    private const int BuddhistEra = 543;
    private static readonly string[] Parts = ["year", "month", "day", "name", "first", "second", "week"];

    // In this order: of two that match the one that says more wins.
    private static readonly Func<Regex>[] Forms =
    [
        YearFirst,
        Compact,
        Week,
        Ordinal,
        Vietnamese,
        Numbers,
        DayThenName,
        NameThenDay,
        YearThenName,
        Latvian,
        AroundTheTime,
        MonthOnly,
        NameOnly,
    ];

    /// <param name="text">Folded, see <see cref="DateLetters"/>.</param>
    /// <param name="order">Of day and month, where both are numbers.</param>
    public static CalendarDay? Find(string text, DayOrder order)
    {
        foreach (var form in Forms)
        {
            for (var match = form().Match(text); match.Success; match = match.NextMatch())
            {
                if (!match.Groups["name"].Success)
                {
                    // Numbers that are no day are no other day either.
                    return DayOf(match, text, order) is { } day ? new CalendarDay(day, Without(text, match)) : null;
                }

                if (MonthNames.Read(match.Groups["name"].Value) is > 0 and var month)
                {
                    return Make(Year(match), month, Number(match, "day", 1)) is { } named
                        ? new CalendarDay(named, Without(text, match))
                        : null;
                }
            }
        }

        return null;
    }

    private static DateOnly? DayOf(Match match, string text, DayOrder order)
    {
        var year = Year(match);
        if (match.Groups["week"].Success)
        {
            var (week, weekday) = (Number(match, "week", 0), Number(match, "day", 1));
            return week is >= 1 and <= 53 && weekday is >= 1 and <= 7 && year is > 0 and < 9999
                ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7)))
                : null;
        }

        if (match.Groups["first"].Success)
        {
            return OfNumbers(year, Number(match, "first", 0), Number(match, "second", 0), match.Groups["separator"].Value, text, order);
        }

        return match.Groups["month"].Success ? Make(year, Number(match, "month", 1), Number(match, "day", 1))
            : Number(match, "day", 0) is >= 1 and <= 366 and var dayOfYear && year is > 0 and < 9999
                ? new DateOnly(year, 1, 1).AddDays(dayOfYear - 1)
            : null;
    }

    private static DateOnly? OfNumbers(int year, int first, int second, string separator, string text, DayOrder order)
    {
        var (dayFirst, monthFirst) = (Make(year, second, first), Make(year, first, second));
        if (dayFirst is null || monthFirst is null || dayFirst == monthFirst)
        {
            return dayFirst ?? monthFirst;
        }

        return WeekdayNames.Find(text) switch
        {
            { } weekday when weekday == dayFirst.Value.DayOfWeek && weekday != monthFirst.Value.DayOfWeek => dayFirst,
            { } weekday when weekday == monthFirst.Value.DayOfWeek && weekday != dayFirst.Value.DayOfWeek => monthFirst,
            _ => separator is not "/" || order is DayOrder.DayFirst ? dayFirst : monthFirst,
        };
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Year(Match match)
    {
        var year = Number(match, "year", 0);
        return match.Groups["year"].Length <= 2 ? year + (year < 69 ? 2000 : 1900)
            : year is > 2500 and < 2600 ? year - BuddhistEra
            : year;
    }

    private static int Number(Match match, string group, int missing) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture) : missing;

    private static string Without(string text, Match match)
    {
        var rest = text.ToCharArray();
        foreach (var part in Parts.Select(name => match.Groups[name]).Where(part => part.Success))
        {
            rest.AsSpan(part.Index, part.Length).Fill(' ');
        }

        return new string(rest);
    }

    private const string Word = @"(?<name>\p{IsThai}+(\.\p{IsThai}+)*|[\p{L}\p{M}]{2,}( \p{IsArabic}+)?)";
    private const string Day = @"(?<![\d:'])(?<day>\d{1,2})";
    private const string LongYear = @"'?(?<year>\d{4}|(?<=')\d{2})";
    private const string Between = @"[\s.,/-]*";
    private const string Of = @"((de|del|of|den|г)\b\s*)?";
    private const RegexOptions Patterns = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>2003-12-31, 2004/1/5, 2004.01.05, 2026年11月16日.</summary>
    [GeneratedRegex(@"(?<!\d)(?<year>\d{4}) ?[-/.年년] ?(?<month>\d{1,2}) ?[-/.月월] ?(?<day>\d{1,2})(?!\d)", Patterns)]
    private static partial Regex YearFirst();

    /// <summary>20031231, 20031231T101455.</summary>
    [GeneratedRegex(@"^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?=\D|\d{4}(\d{2})?(\D|$)|$)", Patterns)]
    private static partial Regex Compact();

    /// <summary>2026-W47-1, 2026W471, 2026-W47.</summary>
    [GeneratedRegex(@"^(?<year>\d{4})-?w(?<week>\d{2})(-?(?<day>\d))?(?!\d)", Patterns)]
    private static partial Regex Week();

    /// <summary>2026-320: the day of the year.</summary>
    [GeneratedRegex(@"^(?<year>\d{4})-?(?<day>\d{3})(?!\d)", Patterns)]
    private static partial Regex Ordinal();

    /// <summary>16 tháng 11, 2026.</summary>
    [GeneratedRegex(Day + @" thang (?<month>\d{1,2}),? (nam )?(?<year>\d{4})(?!\d)", Patterns)]
    private static partial Regex Vietnamese();

    /// <summary>30/03/2026, 03/30/26, 30.3.2026, 30-03-2026.</summary>
    [GeneratedRegex(@"(?<![\d:])(?<first>\d{1,2}) ?(?<separator>[-/.]) ?(?<second>\d{1,2}) ?[-/.] ?(?<year>\d{4}|\d{2})(?!\d|:)", Patterns)]
    private static partial Regex Numbers();

    /// <summary>01 Jan 2004, 24-Nov-26, 1er décembre 2026, 16. Novembre 2026, 25 de nov. de 2026.</summary>
    [GeneratedRegex(
        Day + @"(st|nd|rd|th|er|re|[º°ª])?" + Between + Of + Word + Between + Of + @"'?(?<year>\d{4}|\d{2})(?!\d|:|\.\d)",
        Patterns
    )]
    private static partial Regex DayThenName();

    /// <summary>Jan 5, 2004; Nov. 16th 2026; Nov 16 '26.</summary>
    [GeneratedRegex(Word + Between + @"(?<day>\d{1,2})(st|nd|rd|th)?[\s.,/-]+" + LongYear + @"(?!\d)", Patterns)]
    private static partial Regex NameThenDay();

    /// <summary>2026. november 16.; 2026 Nov 16; '26 Nov 16; 2026 m. lapkričio 16 d.</summary>
    [GeneratedRegex(@"(?<!\d)" + LongYear + Between + @"(m\b[\s.]*)?" + Word + Between + @"(?<day>\d{1,2})(?!\d|:)", Patterns)]
    private static partial Regex YearThenName();

    /// <summary>2026. gada 16. novembris.</summary>
    [GeneratedRegex(@"(?<!\d)(?<year>\d{4})\. gada (?<day>\d{1,2})\. " + Word, Patterns)]
    private static partial Regex Latvian();

    /// <summary>Sun Jan 4 16:29:06 PST 2004; 4 Jan 16:29 2004.</summary>
    [GeneratedRegex(
        "(" + Word + @"\.? +(?<day>\d{1,2})(st|nd|rd|th)?|" + Day + " " + Word + @"\.?),? +(?=\d{1,2}:).*[ ](?<year>\d{4})(?!\d)",
        Patterns
    )]
    private static partial Regex AroundTheTime();

    /// <summary>2003-12, 2003/12.</summary>
    [GeneratedRegex(@"^(?<year>\d{4})[-/](?<month>\d{2})(?!\d)", Patterns)]
    private static partial Regex MonthOnly();

    /// <summary>November 2026.</summary>
    [GeneratedRegex(Word + @"[.,]? +(?<year>\d{4})(?!\d)", Patterns)]
    private static partial Regex NameOnly();
}
