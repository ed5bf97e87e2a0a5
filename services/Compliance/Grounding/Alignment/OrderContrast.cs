namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Which of two things comes first, takes the other's place or has more, in a sentence and at its place.</summary>
internal static class OrderContrast
{
    private const int Reach = 14;
    private const int Adjective = 3;
    private const string Than = "than";

    // "In the time before that" puts nothing of this sentence first.
    private static readonly HashSet<string> Backreferences = ["此", "其", "这", "那", "这之", "那之"];
    private static readonly HashSet<string> Passive = ["被", "由"];

    private static readonly Kind Time = new(
        ["之后", "以后", "后", "再", "然后", "随后", "接着", "早于"],
        ["之前", "以前", "前", "晚于"],
        [.. WordKey.AllOf("after since")],
        [.. WordKey.AllOf("before until then")]
    );

    private static readonly Kind Replacement = new(
        ["取代", "代替", "替代", "顶替", "而不是", "而非"],
        [
            "改为",
            "改成",
            "改用",
            "换成",
            "换为",
            "替换为",
            "替换成",
            "迁移到",
            "迁到",
            "迁往",
            "变成",
            "变为",
            "转为",
            "切换到",
            "而是",
            "到",
            "到了",
        ],
        [],
        [.. WordKey.AllOf("instead rather replace replaced replacing from")]
    );

    private static readonly Kind More = new(["比"], [], [], [Than]);

    private static readonly (HashSet<string> One, HashSet<string> Other)[] Scales =
    [
        Scale("fast faster quick quicker", "slow slower"),
        Scale("high higher", "low lower"),
        Scale("large larger big bigger", "small smaller"),
        Scale("more many much", "less few fewer little"),
        Scale("good better", "bad worse"),
        Scale("early earlier", "late later"),
        Scale("easy easier simple simpler", "hard harder difficult"),
        Scale("long longer", "short shorter"),
    ];

    /// <returns>1: turned round. -1: as there. 0: the sentence orders nothing, or cannot be compared.</returns>
    public static int Compare(string sentence, SourcePlace place)
    {
        var votes = new[] { Time, Replacement, More }
            .Select(kind => (Kind: kind, Order: Split(sentence, place.Aligned.Units, kind)))
            .Where(each => each.Order is not null)
            .Sum(each => each.Kind == More ? Compared(each.Order!, place) : Voted(each.Order!, each.Kind, place));
        return Math.Sign(votes);
    }

    /// <param name="Forward">Chinese: what stands before the word comes first.</param>
    /// <param name="Backward">What stands behind it does.</param>
    /// <param name="FirstBehind">English: what stands behind the word comes first.</param>
    /// <param name="SecondBehind">What stands behind it comes second.</param>
    private sealed record Kind(
        HashSet<string> Forward,
        HashSet<string> Backward,
        HashSet<string> FirstBehind,
        HashSet<string> SecondBehind
    );

    /// <param name="Behind">Keys of all that follows the word, also of what tells little by itself: 快, 多.</param>
    private sealed record Order(List<SentenceUnit> First, List<SentenceUnit> Second, List<string> Behind);

    private static Order? Split(string sentence, IReadOnlyList<SentenceUnit> units, Kind kind)
    {
        foreach (var (at, unit) in units.Index())
        {
            var isForward = kind.Forward.Contains(unit.Text);
            if ((!isForward && !kind.Backward.Contains(unit.Text)) || (at > 0 && Backreferences.Contains(units[at - 1].Text)))
            {
                continue;
            }

            var clause = unit.ClauseOf(sentence);
            var behind = units.Skip(at + 1).SelectMany(each => each.Keys).ToList();
            var before = NearestClause(units.Take(at), clause, -1);
            var after = NearestClause(units.Skip(at + 1), clause, 1);
            if (before.Count > 0 && after.Count > 0)
            {
                return isForward ? new Order(before, after, behind) : new Order(after, before, behind);
            }

            // "The old one was replaced by the new one": both stand before the word.
            var agent = units.Take(at).ToList().FindLastIndex(each => Passive.Contains(each.Text));
            if (agent > 0 && isForward)
            {
                return new Order(Telling(units.Take(at).Skip(agent)), Telling(units.Take(agent)), behind);
            }
        }

        return null;

        List<SentenceUnit> NearestClause(IEnumerable<SentenceUnit> side, int clause, int step)
        {
            var telling = Telling(side);
            var own = telling.FindAll(each => each.ClauseOf(sentence) == clause);
            return own.Count > 0 ? own : telling.FindAll(each => each.ClauseOf(sentence) == clause + step);
        }
    }

    private static List<SentenceUnit> Telling(IEnumerable<SentenceUnit> units) => [.. units.Where(unit => unit.IsTelling)];

    private static int Voted(Order order, Kind kind, SourcePlace place)
    {
        var votes = 0;
        foreach (var (at, word) in place.Words.Index())
        {
            var isSecondBehind = kind.SecondBehind.Contains(word);
            if (isSecondBehind || kind.FirstBehind.Contains(word))
            {
                // "Replaced by": what follows takes the place.
                var isBy = at + 1 < place.Words.Count && place.Words[at + 1] == "by";
                votes += isSecondBehind && !isBy ? Vote(order, at, place) : -Vote(order, at, place);
            }
        }

        return Math.Sign(votes);
    }

    private static int Compared(Order order, SourcePlace place)
    {
        foreach (var (at, _) in place.Words.Index().Where(word => word.Item == Than))
        {
            var there = place.Words.Take(at).TakeLast(Adjective).ToHashSet();
            var sides = Scales.Sum(scale => Side(order.Behind, scale) * Side(there, scale));
            if (sides != 0)
            {
                return Math.Sign(sides)
                    * Math.Sign(Lean(order.First, order.Second, at, place) - Lean(order.Second, order.First, at, place));
            }
        }

        return 0;
    }

    // 1 where what comes first stands behind the word and what comes second before it: both have to say so.
    private static int Vote(Order order, int word, SourcePlace place) =>
        (Lean(order.First, order.Second, word, place), Lean(order.Second, order.First, word, place)) switch
        {
            (> 0, < 0) => 1,
            (< 0, > 0) => -1,
            _ => 0,
        };

    // Above 0 where most of a part stands right behind the word. In Chinese the last is what the part is about.
    private static int Lean(List<SentenceUnit> part, List<SentenceUnit> other, int word, SourcePlace place)
    {
        var end = EndOfPart(word, place);
        return part.FindAll(unit => !other.Exists(each => each.Keys.Any(unit.Keys.Contains)))
            .Sum(unit => SideOf(unit) * (unit == part[^1] ? 2 : 1));

        int SideOf(SentenceUnit unit) =>
            place.PlacesOf(unit).Select(at => at > word && at < end).Distinct().ToList() is [var isBehind]
                ? isBehind
                    ? 1
                    : -1
                : 0;
    }

    // Up to the end of the clause, or to the "with" of "replace one with the other".
    private static int EndOfPart(int word, SourcePlace place)
    {
        var end = word + 1;
        while (
            end < place.Words.Count
            && end - word < Reach
            && !place.ClauseStarts.Contains(end)
            && (end == word + 1 || place.Words[end] is not ("with" or "to"))
        )
        {
            end++;
        }

        return end;
    }

    private static int Side(IReadOnlyCollection<string> keys, (HashSet<string> One, HashSet<string> Other) scale) =>
        (keys.Any(scale.One.Contains) ? 1 : 0) - (keys.Any(scale.Other.Contains) ? 1 : 0);

    private static (HashSet<string> One, HashSet<string> Other) Scale(string one, string other) =>
        ([.. WordKey.AllOf(one)], [.. WordKey.AllOf(other)]);
}
