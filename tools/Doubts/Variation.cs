using NewsEducator.Compliance.Grounding.Alignment;

namespace NewsEducator.Doubts;

/// <summary>Makes false sentences of a true one: a word for its contrary, or two names for each other. What people get wrong in such a way is
/// rare among rows written by hand.</summary>
internal static class Variation
{
    private const int MostOfOne = 3;

    // The longer come first: 不需要 before 需要.
    private static readonly (string From, string To)[] Contraries =
    [
        ("没有", "已经"),
        ("无法", "能够"),
        ("不能", "可以"),
        ("不会", "会"),
        ("不再", "仍然"),
        ("尚未", "已经"),
        ("不受影响", "受影响"),
        ("不需要", "需要"),
        ("可以", "不能"),
        ("需要", "不需要"),
        ("支持", "不支持"),
        ("仍然", "不再"),
        ("上升", "下降"),
        ("增加", "减少"),
        ("减少", "增加"),
        ("提高", "降低"),
        ("降低", "提高"),
        ("升到", "降到"),
        ("降到", "升到"),
        ("变慢", "变快"),
        ("之前", "之后"),
        ("之后", "之前"),
        ("更快", "更慢"),
        ("更慢", "更快"),
        ("最早", "最晚"),
        ("部分", "所有"),
        ("多数", "所有"),
        ("许多", "所有"),
        ("一些", "所有"),
        ("几乎", "完全"),
        ("偶尔", "总是"),
        ("有时", "总是"),
        ("提议", "决定"),
        ("计划", "已经"),
        ("打算", "已经"),
        ("可能", "必然"),
        ("成功", "失败"),
        ("删除", "保留"),
        ("启用", "禁用"),
        ("默认关闭", "默认开启"),
    ];

    /// <returns>At most three, the same for the same sentence.</returns>
    public static IEnumerable<string> Of(string sentence) => Turned(sentence).Concat(Exchanged(sentence)).Distinct().Take(MostOfOne);

    private static IEnumerable<string> Turned(string sentence)
    {
        var done = new HashSet<int>();
        foreach (var (from, to) in Contraries)
        {
            var at = sentence.IndexOf(from, StringComparison.Ordinal);
            if (at >= 0 && Enumerable.Range(at, from.Length).All(done.Add))
            {
                yield return sentence[..at] + to + sentence[(at + from.Length)..];
            }
        }
    }

    // Of two clauses, what each is about.
    private static IEnumerable<string> Exchanged(string sentence)
    {
        var names = SentenceUnit.Of(sentence).Where(unit => unit.Kind == UnitKind.Name).ToList();
        foreach (var one in names)
        {
            var other = names.Find(each => each.Start > one.Start && each.ClauseOf(sentence) != one.ClauseOf(sentence));
            if (other is not null && names.Count(one.IsSameWord) == 1 && names.Count(other.IsSameWord) == 1)
            {
                var between = sentence[(one.Start + one.Text.Length)..other.Start];
                yield return sentence[..one.Start] + other.Text + between + one.Text + sentence[(other.Start + other.Text.Length)..];
            }
        }
    }
}
