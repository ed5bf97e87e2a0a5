using System.Text.RegularExpressions;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>What can be said in Chinese of an English sentence without understanding it: what it names, how much, and whether that rose or
/// fell.</summary>
internal static partial class ChineseRendering
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ms"] = " 毫秒",
        ["millisecond"] = " 毫秒",
        ["s"] = " 秒",
        ["second"] = " 秒",
        ["minute"] = " 分钟",
        ["hour"] = " 小时",
        ["day"] = " 天",
        ["week"] = " 周",
        ["%"] = "%",
        ["percent"] = "%",
        ["x"] = " 倍",
        ["time"] = " 倍",
        ["GB"] = " GB",
        ["MB"] = " MB",
        ["KB"] = " KB",
    };

    private const string Opening = "这里谈到";
    private const int Fewest = 2;

    /// <returns>Null where the sentence names too little to say anything.</returns>
    public static string? Of(string sentence)
    {
        var names = Names.In(sentence).Select(name => name.Value).Distinct().Take(4).ToList();
        var measures = Measure()
            .Matches(sentence)
            .Select(match => match.Groups["number"].Value + UnitOf(match.Groups["unit"].Value))
            .Distinct()
            .Take(3)
            .ToList();
        var versions = Version().Matches(sentence).Select(match => match.Value).Distinct().Take(2).ToList();
        if (names.Count + measures.Count + versions.Count < Fewest)
        {
            return null;
        }

        var parts = new[]
        {
            names.Count > 0 ? $"{Opening} {string.Join("、", names)}" : null,
            versions.Count > 0 ? $"相关版本是 {string.Join(" 和 ", versions)}" : null,
            measures.Count > 0 ? $"数字为 {string.Join("、", measures)}" : null,
            DirectionOf(sentence),
        };
        return $"{string.Join("，", parts.OfType<string>())}。";
    }

    public static bool Is(string sentence) => sentence.StartsWith(Opening, StringComparison.Ordinal) || sentence.EndsWith('。');

    private static string UnitOf(string unit) => Units.GetValueOrDefault(unit) ?? Units[unit.TrimEnd('s')];

    private static string? DirectionOf(string sentence) =>
        (Rise().IsMatch(sentence), Fall().IsMatch(sentence)) switch
        {
            (true, false) => "数值上升",
            (false, true) => "数值下降",
            _ => null,
        };

    [GeneratedRegex(
        @"(?<![\w.,:/#`@+$-])(?<number>\d[\d,]*(?:\.\d+)?) ?(?<unit>%|(?:percent|ms|milliseconds?|seconds?|s|minutes?|hours?|days?|weeks?|x|GB|MB|KB)\b)",
        RegexOptions.None
    )]
    private static partial Regex Measure();

    [GeneratedRegex(@"(?<![\w.,:/#`@+-])v?\d+\.\d+\.\d+(?![\w.-]*\w)", RegexOptions.None)]
    private static partial Regex Version();

    [GeneratedRegex(@"\b(?:increased|increases|rose|rises|grew|grows)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rise();

    [GeneratedRegex(@"\b(?:decreased|decreases|fell|falls|dropped|drops|reduced|reduces)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Fall();
}
