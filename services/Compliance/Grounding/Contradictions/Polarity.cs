using System.Collections.Frozen;
using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Contradictions;

/// <summary>The words that turn a sentence into its contrary: negations, and those that come in pairs of opposites.</summary>
internal static class Polarity
{
    private static readonly FrozenSet<string> Negations = StemsOf([
        "not",
        "no",
        "never",
        "neither",
        "nor",
        "none",
        "without",
        "nobody",
        "nothing",
        "cannot",
        "hardly",
    ]);

    private static readonly FrozenSet<char> ChineseNegations = FrozenSet.Create('不', '没', '未', '无', '非', '别', '勿');

    private static readonly (FrozenSet<string> One, FrozenSet<string> Other)[] Opposites =
    [
        Pair(
            "increase increased rise rose risen rising grow grew grown growth gain gained climb climbed",
            "decrease decreased fall fell fallen drop dropped decline declined shrink shrank lose lost"
        ),
        Pair("higher", "lower"),
        Pair("high", "low"),
        Pair("faster", "slower"),
        Pair("fast", "slow"),
        Pair("more most", "less fewer least fewest"),
        Pair("before", "after"),
        Pair("enable enabled", "disable disabled"),
        Pair("add added adding", "remove removed removing delete deleted"),
        Pair("always", "never"),
        Pair("better best", "worse worst"),
        Pair("larger bigger largest biggest", "smaller smallest"),
        Pair("above over", "below under"),
        Pair("safe", "unsafe"),
        Pair("secure", "insecure"),
        Pair("supported", "unsupported"),
        Pair("with", "without"),
        Pair("allow allowed permit permitted", "prevent prevented forbid forbidden deny denied block blocked"),
        Pair("affected", "unaffected"),
        Pair("possible", "impossible"),
        Pair("first", "last"),
        Pair("start started begin began", "stop stopped end ended"),
        Pair("open opened", "close closed"),
        Pair("accept accepted", "reject rejected refuse refused"),
        Pair("pass passed succeed succeeded success", "fail failed failure"),
        Pair("longer", "shorter"),
        Pair("all", "none"),
        Pair("include included", "exclude excluded"),
        Pair("stable", "unstable"),
        Pair("valid", "invalid"),
        Pair("known", "unknown"),
        Pair("win won", "lose lost"),
        Pair("upgrade upgraded", "downgrade downgraded"),
        Pair("minimum", "maximum"),
        Pair("necessary", "unnecessary"),
        Pair("available", "unavailable"),
        Pair("improve improved improvement", "worsen worsened degrade degraded degradation"),
        Pair("agree agreed", "disagree disagreed"),
        Pair("support supported", "oppose opposed"),
        Pair("approve approved", "reject rejected"),
        Pair("common", "rare"),
        Pair("many much", "few little"),
        Pair("early earlier", "late later"),
        Pair("easy easier", "hard harder difficult"),
        Pair("old older", "new newer"),
        Pair("inside", "outside"),
        Pair("sync synchronous", "async asynchronous"),
        Pair("上升 增加 提高 升到 升高 增长 上涨 变快 加快 增至", "下降 减少 降低 降到 降至 下跌 变慢 减慢 减至"),
        Pair("启用 开启 打开", "禁用 停用 关闭"),
        Pair("之前 以前", "之后 以后"),
        Pair("高于 大于 超过", "低于 小于 不足"),
        Pair("成功", "失败"),
        Pair("支持 允许", "禁止 阻止"),
    ];

    /// <summary>What moves up and what moves down, in both languages: for sentences that are not in the source's language.</summary>
    private static readonly (FrozenSet<string> One, FrozenSet<string> Other) Movement = Pair(
        "increase increased rise rose risen rising grow grew grown growth climb climbed higher more 上升 增加 提高 升到 升高 增长 上涨 增至 升至",
        "decrease decreased fall fell fallen drop dropped decline declined shrink shrank reduce reduced reduction lower less fewer 下降 减少 降低 降到 降至 下跌 减至"
    );

    /// <summary>The same opposites as keys of English words.</summary>
    public static readonly IReadOnlyList<(IReadOnlySet<string> One, IReadOnlySet<string> Other)> KeyPairs =
    [
        .. Opposites
            .Append(Movement)
            .Where(pair => !pair.One.Concat(pair.Other).Any(stem => IsNegation(stem)))
            .Select(pair => ((IReadOnlySet<string>)KeysOf(pair.One), (IReadOnlySet<string>)KeysOf(pair.Other)))
            .Where(pair => pair.Item1.Count > 0 && pair.Item2.Count > 0),
    ];

    private static FrozenSet<string> KeysOf(FrozenSet<string> stems) =>
        stems.Where(stem => !Script.IsChinese(stem[0])).Select(stem => WordKey.Of(stem)).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsNegation(ReadOnlySpan<char> stem) => Negations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(stem);

    /// <returns>How many negations a text has.</returns>
    public static int NegationsIn(ReadOnlySpan<char> text)
    {
        var count = 0;
        var reader = new WordReader(text, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            count += IsNegation(reader.Stem) ? 1 : 0;
        }

        foreach (var character in text)
        {
            count += ChineseNegations.Contains(character) ? 1 : 0;
        }

        return count;
    }

    /// <returns>A word of the sentence whose opposite the source has instead; null if there is none.</returns>
    public static string? ReversedWord(string sentence, ReadOnlySpan<char> source) => Reversed(sentence, source, Opposites);

    /// <returns>The same where sentence and source are in different languages: only for what rises or falls.</returns>
    public static string? ReversedMovement(string sentence, ReadOnlySpan<char> source) => Reversed(sentence, source, [Movement]);

    private static string? Reversed(
        string sentence,
        ReadOnlySpan<char> source,
        ReadOnlySpan<(FrozenSet<string> One, FrozenSet<string> Other)> pairs
    )
    {
        var (said, stands) = (StemsIn(sentence), StemsIn(source));
        foreach (var (one, other) in pairs)
        {
            if (Turned(said, stands, one, other) is { } word)
            {
                return word;
            }
        }

        return null;
    }

    private static string? Turned(HashSet<string> said, HashSet<string> stands, FrozenSet<string> one, FrozenSet<string> other) =>
        (said.Overlaps(one), said.Overlaps(other), stands.Overlaps(one), stands.Overlaps(other)) switch
        {
            (true, false, false, true) => said.First(one.Contains),
            (false, true, true, false) => said.First(other.Contains),
            _ => null,
        };

    public static HashSet<string> StemsIn(ReadOnlySpan<char> text)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var reader = new WordReader(text, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            stems.Add(reader.Stem.ToString());
        }

        return stems;
    }

    private static (FrozenSet<string> One, FrozenSet<string> Other) Pair(string one, string other) =>
        (StemsOf(one.Split(' ')), StemsOf(other.Split(' ')));

    private static FrozenSet<string> StemsOf(IEnumerable<string> words) =>
        words.SelectMany(word => StemsIn(word)).ToFrozenSet(StringComparer.Ordinal);
}
