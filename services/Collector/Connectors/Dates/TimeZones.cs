using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors.Dates;

/// <summary>A zone as it is written behind a time: an offset, an abbreviation, a place, a name in words.</summary>
internal static partial class TimeZones
{
    // Farther than anybody lives: servers do write +3000 and count that way.
    private static readonly TimeSpan Farthest = TimeSpan.FromHours(48);

    private static readonly Dictionary<string, double> Abbreviations = new(StringComparer.Ordinal)
    {
        ["z"] = 0,
        ["ut"] = 0,
        ["utc"] = 0,
        ["gmt"] = 0,
        ["wet"] = 0,
        ["bst"] = 1,
        ["west"] = 1,
        ["cet"] = 1,
        ["met"] = 1,
        ["mez"] = 1,
        ["wat"] = 1,
        ["cest"] = 2,
        ["mest"] = 2,
        ["mesz"] = 2,
        ["eet"] = 2,
        ["sast"] = 2,
        ["cat"] = 2,
        ["eest"] = 3,
        ["msk"] = 3,
        ["eat"] = 3,
        ["trt"] = 3,
        ["idt"] = 3,
        ["msd"] = 4,
        ["irst"] = 3.5,
        ["gst"] = 4,
        ["pkt"] = 5,
        ["ist"] = 5.5,
        ["npt"] = 5.75,
        ["ict"] = 7,
        ["wib"] = 7,
        ["hkt"] = 8,
        ["sgt"] = 8,
        ["pht"] = 8,
        ["myt"] = 8,
        ["awst"] = 8,
        ["jst"] = 9,
        ["kst"] = 9,
        ["acst"] = 9.5,
        ["aest"] = 10,
        ["acdt"] = 10.5,
        ["aedt"] = 11,
        ["nzst"] = 12,
        ["nzdt"] = 13,
        ["est"] = -5,
        ["edt"] = -4,
        ["et"] = -5,
        ["cst"] = -6,
        ["cdt"] = -5,
        ["ct"] = -6,
        ["mst"] = -7,
        ["mdt"] = -6,
        ["mt"] = -7,
        ["pst"] = -8,
        ["pdt"] = -7,
        ["pt"] = -8,
        ["akst"] = -9,
        ["akdt"] = -8,
        ["hst"] = -10,
        ["ast"] = -4,
        ["adt"] = -3,
        ["nst"] = -3.5,
        ["ndt"] = -2.5,
        ["brt"] = -3,
        ["art"] = -3,
        ["clt"] = -4,
        ["clst"] = -3,
        ["cot"] = -5,
        ["pet"] = -5,
    };

    private static readonly (string Name, double Standard)[] InWords =
    [
        ("central european", 1),
        ("eastern european", 2),
        ("western european", 0),
        ("greenwich", 0),
        ("coordinated", 0),
        ("british", 0),
        ("moscow", 3),
        ("india", 5.5),
        ("china", 8),
        ("japan", 9),
        ("korea", 9),
        ("eastern", -5),
        ("central", -6),
        ("mountain", -7),
        ("pacific", -8),
    ];

    /// <param name="text">What stands behind the time, folded.</param>
    /// <param name="local">The moment there, for zones with summer time.</param>
    /// <returns>Zero where no zone is named; null where the offset is none on earth.</returns>
    public static TimeSpan? OffsetIn(string text, DateTime local)
    {
        if (Offset().Match(text) is { Success: true } offset)
        {
            return OffsetOf(offset);
        }

        if (Place().Match(text) is { Success: true } place && Find(place.Value) is { } zone)
        {
            return zone.GetUtcOffset(local);
        }

        foreach (Match word in Word().Matches(text))
        {
            if (Abbreviations.TryGetValue(word.Value, out var hours))
            {
                return TimeSpan.FromHours(hours);
            }
        }

        return Array.Find(InWords, known => text.Contains(known.Name, StringComparison.Ordinal)) is { Name: not null } named
            ? TimeSpan.FromHours(
                named.Standard
                    + (text.Contains("daylight", StringComparison.Ordinal) || text.Contains("summer", StringComparison.Ordinal) ? 1 : 0)
            )
            : TimeSpan.Zero;
    }

    private static TimeSpan? OffsetOf(Match match)
    {
        var digits = match.Groups["digits"].Value.Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is 0 or > 6)
        {
            return null;
        }

        var value = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        var offset = digits.Length switch
        {
            <= 2 => TimeSpan.FromHours(value),
            <= 4 => new TimeSpan(value / 100, value % 100, 0),
            _ => new TimeSpan(value / 10000, value / 100 % 100, value % 100),
        };
        return offset > Farthest ? null
            : match.Groups["sign"].Value == "-" ? -offset
            : offset;
    }

    private static TimeZoneInfo? Find(string place)
    {
        // Folded text has lost the capitals that the names of zones have: america/los_angeles.
        var name = Initial().Replace(place, match => match.Value.ToUpperInvariant());
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
    }

    [GeneratedRegex(@"(?<sign>[+-]) ?(?<digits>\d[\d:]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    [GeneratedRegex("[a-z]{2,}/[a-z_-]{2,}(/[a-z_-]{2,})?", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b[a-z]{1,4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("(?<![a-z])[a-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Initial();
}
