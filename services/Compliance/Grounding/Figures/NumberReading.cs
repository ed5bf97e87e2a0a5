using System.Collections.Frozen;
using System.Globalization;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Figures;

/// <summary>What a number may mean: 13B is thirteen billion or thirteen bytes, twice is two or two times.</summary>
internal static class NumberReading
{
    /// <summary>Dimension under which every number is found by its bare value, whatever its unit.</summary>
    public const string Bare = "bare";

    /// <summary>Dimension of a number that fills the cell of a table.</summary>
    public const string Cell = "cell";

    private static readonly FrozenDictionary<string, double> English = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
        ["thousand"] = 1000,
        ["dozen"] = 12,
        ["twice"] = 2,
        ["double"] = 2,
        ["doubled"] = 2,
        ["doubles"] = 2,
        ["twofold"] = 2,
        ["triple"] = 3,
        ["tripled"] = 3,
        ["threefold"] = 3,
        ["tenfold"] = 10,
        ["half"] = 0.5,
        ["january"] = 1,
        ["february"] = 2,
        ["march"] = 3,
        ["april"] = 4,
        ["may"] = 5,
        ["june"] = 6,
        ["july"] = 7,
        ["august"] = 8,
        ["september"] = 9,
        ["october"] = 10,
        ["november"] = 11,
        ["december"] = 12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool IsWord(string word) => English.ContainsKey(word);

    /// <summary>A word that counts; "one" and "may" mostly do not.</summary>
    public static bool IsCount(ReadOnlySpan<char> word) =>
        English.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var value)
        && value > 1
        && word.Length > 2
        && char.IsAsciiLetterLower(word[0])
        && word is not "may";

    public static bool IsVersion(string number) => number.Count('.') > 1;

    public static bool IsTimeOfDay(string number) => number.Contains(':');

    /// <returns>The amounts that a number with its unit may be; empty where it is none, such as a time of day.</returns>
    public static IEnumerable<Quantity> Of(Token number)
    {
        if (Value(number.Text) is not { } value)
        {
            yield break;
        }

        var unit = number.Unit;
        while (unit.Length > 0 && Chinese.Scale(unit[0]) is > 1 and var scale)
        {
            value *= scale;
            unit = unit[1..];
        }

        if (Units.Multiplier(unit) is { } multiplier)
        {
            yield return Quantity.Of(value * multiplier, "");
            yield return Quantity.Of(value * multiplier, Bare);
        }

        yield return Units.Find(unit) is { } known ? Quantity.Of(value * known.Factor, known.Dimension) : Quantity.Of(value, "");
        yield return Quantity.Of(value, Bare);
        if (number.FillsCell)
        {
            yield return Quantity.Of(value, Cell);
        }

        if (IsWord(number.Text))
        {
            yield return Quantity.Of(value, Units.Times);
            yield return Quantity.Of(value * 100, Units.Percent);
        }
    }

    /// <returns>The bare value of digits, an English or a Chinese numeral; null where it is none of them.</returns>
    public static double? ValueOf(string number) =>
        number.Length > 0 && (char.IsAsciiDigit(number[0]) || Script.IsChinese(number[0]) || IsWord(number)) ? Value(number) : null;

    private static double? Value(string number)
    {
        if (Script.IsChinese(number[0]))
        {
            return Chinese.Value(number);
        }

        if (English.TryGetValue(number, out var named))
        {
            return named;
        }

        var digits = number.Replace(",", "", StringComparison.Ordinal);
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
