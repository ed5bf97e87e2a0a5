using System.Collections.Frozen;

namespace NewsEducator.Compliance.Rules.Conflicts;

/// <summary>Words that say nothing about the matter, and words that take a statement back.</summary>
internal static class PlainWords
{
    /// <summary>Hold a sentence together.</summary>
    public static readonly FrozenSet<string> Binding = Set(
        "a an the of in on at to for by with from and or but is are was were be been being it its this that these those there which who as than then into has have had do does did so also only just all "
            + "their our your his her they we you"
    );

    /// <summary>Whoever writes so guesses, asks, repeats others, speaks of their own machine, or gives a bound and not an amount.</summary>
    public static readonly FrozenSet<string> Loose = Set(
        "may might could can maybe perhaps possibly probably likely unlikely unclear unknown unconfirmed rumor if unless whether would should expect expected estimate estimated suspect suspected guess "
            + "i i'm i've my mine me someone somebody some claim claims claimed say says said think thought believe believed assume assumed seem seems seemed appear appears appeared apparently allegedly "
            + "about around roughly nearly almost approximately approx circa least most up more less over under fewer exceed exceeded exceeds between per each every average typical typically usually sometimes often partial partially partly "
            + "limit limited default budget target threshold timeout goal maximum minimum"
    );

    /// <summary>Say when.</summary>
    public static readonly FrozenSet<string> Timed = Set(
        "initially originally first second last previously formerly earlier later now currently today yesterday tomorrow already yet still again anymore longer until since before after once meanwhile eventually finally recently "
            + "morning afternoon evening night week month year"
    );

    public static readonly IReadOnlyList<string> LooseChinese =
    [
        "可能",
        "也许",
        "或许",
        "大概",
        "据说",
        "如果",
        "假如",
        "是否",
        "预计",
        "估计",
        "应该",
        "吗",
        "听说",
        "似乎",
        "好像",
        "认为",
        "声称",
        "约",
        "大约",
        "近",
        "超过",
        "不到",
        "至少",
        "最多",
        "左右",
        "以上",
        "以下",
        "不足",
        "将近",
        "我",
        "有人",
        "部分",
        "平均",
        "每",
        "上限",
        "默认",
        "阈值",
        "目标",
        "通常",
    ];

    public static readonly IReadOnlyList<string> TimedChinese =
    [
        "最初",
        "起初",
        "一开始",
        "后来",
        "目前",
        "现在",
        "之前",
        "之后",
        "以前",
        "以后",
        "不再",
        "仍",
        "曾",
        "已经",
        "首次",
        "再次",
        "昨天",
        "今天",
        "当时",
        "随后",
        "最终",
    ];

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
