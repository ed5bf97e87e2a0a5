using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>The same number of something else.</summary>
internal sealed partial class UnitPlanter : SentencePlanter
{
    private static readonly string[][] Alike =
    [
        ["ms", "s", "minutes"],
        ["milliseconds", "seconds", "hours"],
        ["second", "minute", "hour"],
        ["seconds", "minutes", "days"],
        ["hours", "minutes", "weeks"],
        ["days", "hours", "months"],
        ["weeks", "days", "years"],
        ["years", "months", "weeks"],
        ["months", "days", "years"],
        ["minutes", "hours", "seconds"],
        ["%", "x", " ms"],
        ["percent", "times", "seconds"],
        ["x", "%", " s"],
        ["times", "percent", "days"],
        ["KB", "MB", "GB"],
        ["MB", "GB", "KB"],
        ["GB", "MB", "TB"],
        ["bytes", "KB", "MB"],
        ["KiB", "MiB", "GiB"],
        ["MiB", "KiB", "GiB"],
        ["GiB", "MiB", "TiB"],
        ["毫秒", "秒", "分钟"],
        ["秒", "毫秒", "小时"],
        ["分钟", "小时", "秒"],
        ["小时", "分钟", "天"],
        ["天", "小时", "周"],
        ["周", "天", "小时"],
        ["倍", "%", "秒"],
    ];

    public override string Kind => "unit";

    protected override IEnumerable<(Match Piece, string By)> Changes(Claim claim, Snapshot source, Others others, Random random) =>
        Unit().Matches(claim.Sentence).Select(match => (match, Other(match.Value, random)));

    private static string Other(string unit, Random random) => Alike.FirstOrDefault(each => each[0] == unit)?[random.Next(1, 3)] ?? "";

    [GeneratedRegex(
        @"(?<=(?<![\w.`#-])\d(?:[\d,.]*\d)?[ -]?)(?:%|(?:ms|milliseconds|seconds?|hours|days|weeks|years|months|minutes|percent|x|times|KB|MB|GB|bytes|KiB|MiB|GiB)(?!\w)|毫秒|秒|分钟|小时|天|周|倍)"
    )]
    private static partial Regex Unit();
}
