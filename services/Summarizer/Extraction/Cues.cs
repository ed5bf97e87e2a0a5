using System.Text.RegularExpressions;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>What a sentence tells of a case.</summary>
[Flags]
internal enum Roles
{
    None = 0,
    Effect = 1,
    Cause = 2,
    Fix = 4,
    TradeOff = 8,
}

/// <summary>Words by which a sentence tells an effect, a cause, a fix or a trade-off, and those that lean on the sentence before.</summary>
internal static partial class Cues
{
    private static readonly CuePhrases Phrases = new(
        new()
        {
            [Roles.Effect] =
            [
                "fail",
                "crash",
                "down for",
                "outage",
                "lost",
                "leak",
                "hang",
                "hung",
                "deadlock",
                "timeout",
                "oom",
                "killed",
                "slow",
                "regress",
                "grow",
                "drop",
                "corrupt",
                "reject",
                "refuse",
                "twice",
                "out of memory",
                "100%",
                "went from",
                "error rate",
                "attacker",
                "affected",
                "故障",
                "崩溃",
                "超时",
                "丢失",
                "泄漏",
                "变慢",
                "下降",
                "失败",
                "中断",
                "死锁",
                "受影响",
            ],
            [Roles.Cause] =
            [
                "because",
                "root cause",
                "the cause",
                "caused by",
                "due to",
                "reason",
                "since the",
                "turned out",
                "stems from",
                "comes from",
                "introduced by",
                "introduced in",
                "bisect",
                "the bug",
                "the mistake",
                "导致",
                "原因",
                "根因",
                "由于",
                "因为",
                "引起",
            ],
            [Roles.Fix] =
            [
                "fixed",
                "resolved",
                "solved",
                "workaround",
                "patched",
                "released",
                "rolled out",
                "rolled back",
                "replaced",
                "removed",
                "reverted",
                "we now",
                "we changed",
                "we moved",
                "we switched",
                "we decided",
                "the fix",
                "conclusion",
                "recommend",
                "backport",
                "upgrade to",
                "agree on",
                "summing up",
                "修复",
                "解决",
                "回滚",
                "改为",
                "升级到",
                "结论",
                "建议",
            ],
            [Roles.TradeOff] =
            [
                "trade-off",
                "tradeoff",
                "at the price of",
                "the price is",
                "the price:",
                "cost",
                "in exchange",
                "downside",
                "disagree",
                "against",
                "rather than",
                "no agreement",
                "no decision",
                "no consensus",
                "代价",
                "权衡",
                "取舍",
                "争议",
                "分歧",
            ],
        }
    );

    public static Roles Of(string sentence) => Phrases.In(sentence);

    /// <summary>Begins with a word that points back: alone it says less than it seems to.</summary>
    public static bool LeansBack(string sentence) => Leaning().IsMatch(sentence);

    /// <summary>Says itself what the text is about to do or has found.</summary>
    public static bool Announces(string sentence) => Announcement().IsMatch(sentence);

    public static bool HasMeasure(string sentence) => Measure().IsMatch(sentence);

    [GeneratedRegex(
        @"\b(we|i|this (paper|work|article|study|report|post|talk|proposal|rfc|issue|change|guide|tutorial))( (\w{1,20}ly|also|then|further|first|therefore|thus))?"
            + @" (propose|present|introduce|show|demonstrate|develop|describe|investigate|study|explore|design|provide|prove|find|found|argue|analy[sz]e|report|examine|address|apply|build|built|"
            + @"derive|offer|compare|use|evaluate|suggest|formulate|extend|give|consider|establish)s?d?\b|\bin this (paper|work|article|study|post|talk|guide|tutorial)\b|"
            + @"本文|(我们|笔者|作者)(提出|介绍|展示|发现|证明|分析|比较|设计|研究|给出)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Announcement();

    [GeneratedRegex(
        @"^(it|this|that|these|those|he|she|they|then|so|but|and|or|also|there|yes|no|both|here|my|i |what it|one more|since then|in that|after that|for this|otherwise|"
            + @"(in|on|of|for|from|with|without|after|before|between|among|by|because of|despite) (it|them|these|those|both|the two)|"
            + @"the (second|first|third|last|former|latter|other|two)|它|这|那|但|所以|因此|然后|而且|其)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Leaning();

    [GeneratedRegex(
        @"\d[\d,.]{0,20}\s?(%|ms|s|µs|us|ns|seconds?|minutes?|hours?|days?|[KMGT]i?B|times|x|percent|points?|requests|users|tokens|lines|connections|倍|秒|分钟|小时|天|毫秒|个|次|条)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Measure();
}
