using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors.Dates;

/// <summary>Chinese numerals and the years of Japan's and Taiwan's eras, as numbers of the common calendar.</summary>
internal static partial class EastAsianYears
{
    private const string Digits = "〇一二三四五六七八九";

    // The year before the first of each.
    private static readonly Dictionary<string, int> Eras = new()
    {
        ["昭和"] = 1925,
        ["平成"] = 1988,
        ["令和"] = 2018,
        ["民国"] = 1911,
        ["民國"] = 1911,
    };

    /// <param name="text">二〇二六年十一月十六日, 令和8年11月16日, or anything else, which stays as it is.</param>
    public static string Common(string text) =>
        text.Contains('年', StringComparison.Ordinal)
            ? EraYear().Replace(Numerals().Replace(text, match => NumberOf(match.Value)), match => YearOf(match) + "年")
            : text;

    private static string YearOf(Match match)
    {
        var year = match.Groups["year"].Value is "元" ? 1 : int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        return (Eras[match.Groups["era"].Value] + year).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>By place (二〇二六) or with tens (二十一).</summary>
    private static string NumberOf(string numerals)
    {
        var plain = numerals.Replace('零', '〇').Replace('○', '〇');
        var ten = plain.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
        {
            return string.Concat(plain.Select(numeral => Digits.IndexOf(numeral, StringComparison.Ordinal)));
        }

        var tens = ten == 0 ? 1 : Digits.IndexOf(plain[ten - 1], StringComparison.Ordinal);
        var ones = ten == plain.Length - 1 ? 0 : Digits.IndexOf(plain[ten + 1], StringComparison.Ordinal);
        return ((tens * 10) + ones).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        "(?<![〇零○一二三四五六七八九十])(?:[〇零○一二三四五六七八九]?十[一二三四五六七八九]?|[〇零○一二三四五六七八九]{1,4})(?=[年月日号號时時点點分秒])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Numerals();

    [GeneratedRegex("(?<era>昭和|平成|令和|民国|民國) ?(?<year>元|[0-9]{1,3}) ?年", RegexOptions.CultureInvariant)]
    private static partial Regex EraYear();
}
