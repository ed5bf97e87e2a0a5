using NewsEducator.Compliance.Grounding.Words;

namespace NewsEducator.Compliance.Grounding.Scoring;

/// <summary>What can be counted of sentences in the source's language beside the source: what they have of it, in what company, and what is
/// not its own.</summary>
internal static class SupportFeatures
{
    public static readonly IReadOnlyList<string> Names =
    [
        "words",
        "close",
        "near",
        "windowWorst",
        "novelShare",
        "longNovel",
        "names",
        "namesAway",
        "numbers",
        "numbersAway",
        "negated",
        "reversed",
        "length",
        "sentences",
    ];

    /// <returns>One value a name.</returns>
    public static double[] Of(IEnumerable<string> sentences, Wording source)
    {
        var each = sentences.Select(sentence => SentenceSupport.Measure(sentence, source)).ToList();
        if (each.Count == 0)
        {
            return new double[Names.Count];
        }

        var length = each.Sum(one => one.Length);
        return
        [
            each.Average(one => one.Words),
            each.Average(one => one.Close),
            each.Average(one => one.Near),
            each.Min(one => one.Window),
            (double)each.Sum(one => one.Novel) / Math.Max(1, length),
            Math.Log(1 + each.Sum(one => one.LongNovel)),
            Math.Min(3, each.Sum(one => one.Names)),
            Math.Min(3, each.Sum(one => one.NamesAway)),
            Math.Min(2, each.Sum(one => one.Numbers)),
            Math.Min(2, each.Sum(one => one.NumbersAway)),
            each.Any(one => one.IsNegated) ? 1 : 0,
            each.Any(one => one.IsReversed) ? 1 : 0,
            Math.Log(1 + length),
            Math.Log(each.Count),
        ];
    }
}
