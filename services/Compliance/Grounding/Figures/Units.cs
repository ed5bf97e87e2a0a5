using System.Collections.Frozen;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Figures;

/// <summary>Units in both languages, as factors of a base unit.</summary>
internal static class Units
{
    public const string Percent = "%";
    public const string Times = "times";
    private const string Time = "s";
    private const string Bytes = "byte";

    private static readonly FrozenDictionary<string, (string Dimension, double Factor)> Known = new Dictionary<string, (string, double)>(
        StringComparer.Ordinal
    )
    {
        ["ns"] = (Time, 1e-9),
        ["nanosecond"] = (Time, 1e-9),
        ["纳秒"] = (Time, 1e-9),
        ["us"] = (Time, 1e-6),
        ["µs"] = (Time, 1e-6),
        ["μs"] = (Time, 1e-6),
        ["microsecond"] = (Time, 1e-6),
        ["微秒"] = (Time, 1e-6),
        ["ms"] = (Time, 1e-3),
        ["msec"] = (Time, 1e-3),
        ["millisecond"] = (Time, 1e-3),
        ["毫秒"] = (Time, 1e-3),
        ["s"] = (Time, 1),
        ["sec"] = (Time, 1),
        ["second"] = (Time, 1),
        ["秒"] = (Time, 1),
        ["min"] = (Time, 60),
        ["minute"] = (Time, 60),
        ["分钟"] = (Time, 60),
        ["h"] = (Time, 3600),
        ["hr"] = (Time, 3600),
        ["hour"] = (Time, 3600),
        ["小时"] = (Time, 3600),
        ["个小时"] = (Time, 3600),
        ["day"] = (Time, 86400),
        ["天"] = (Time, 86400),
        ["week"] = (Time, 604800),
        ["周"] = (Time, 604800),
        ["星期"] = (Time, 604800),
        ["month"] = (Time, 2592000),
        ["个月"] = (Time, 2592000),
        ["year"] = (Time, 31536000),
        ["年"] = (Time, 31536000),
        ["个年头"] = (Time, 31536000),
        ["byte"] = (Bytes, 1),
        ["字节"] = (Bytes, 1),
        ["b"] = (Bytes, 1),
        ["kb"] = (Bytes, 1024),
        ["kib"] = (Bytes, 1024),
        ["mb"] = (Bytes, 1048576),
        ["mib"] = (Bytes, 1048576),
        ["gb"] = (Bytes, 1073741824),
        ["gib"] = (Bytes, 1073741824),
        ["tb"] = (Bytes, 1099511627776),
        ["tib"] = (Bytes, 1099511627776),
        ["%"] = (Percent, 1),
        ["percent"] = (Percent, 1),
        ["pct"] = (Percent, 1),
        ["成"] = (Percent, 10),
        ["x"] = (Times, 1),
        ["×"] = (Times, 1),
        ["time"] = (Times, 1),
        ["fold"] = (Times, 1),
        ["倍"] = (Times, 1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, double> Multipliers = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["k"] = 1e3,
        ["thousand"] = 1e3,
        ["m"] = 1e6,
        ["million"] = 1e6,
        ["百万"] = 1e6,
        ["b"] = 1e9,
        ["billion"] = 1e9,
        ["t"] = 1e12,
        ["trillion"] = 1e12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly int LongestChinese = Known.Keys.Where(unit => Script.IsChinese(unit[0])).Max(unit => unit.Length);

    public static double? Multiplier(string text) => Multipliers.TryGetValue(text.ToLowerInvariant(), out var factor) ? factor : null;

    /// <returns>The unit that a text after a number begins with; null where it is no known one.</returns>
    public static Unit? Find(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (Script.IsChinese(text[0]))
        {
            for (var length = Math.Min(LongestChinese, text.Length); length > 0; length--)
            {
                if (Known.TryGetValue(text[..length], out var unit))
                {
                    return new Unit(text[..length], unit.Dimension, unit.Factor);
                }
            }

            return null;
        }

        var word = text.ToLowerInvariant();
        return Known.TryGetValue(word, out var found) || (word.Length > 3 && word[^1] == 's' && Known.TryGetValue(word[..^1], out found))
            ? new Unit(text, found.Dimension, found.Factor)
            : null;
    }
}

/// <summary>A unit as it was written, and what it is in the base unit of its dimension.</summary>
internal sealed record Unit(string Text, string Dimension, double Factor);
