using System.Globalization;
using NewsEducator.Compliance.Grounding.Contradictions;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Conflicts;

/// <summary>Whether two statements are about the very same thing, and what they say otherwise. In doubt they are not.</summary>
internal static class Comparison
{
    private const double SameClause = 0.75;
    private const int FewestShared = 2;

    // A difference in negation counts between sentences that are otherwise all but word for word the same.
    private const int FewestSharedWords = 3;
    private const int FewestShareds = 5;
    private const int FewestSharedPairs = 8;

    /// <returns>The two amounts of the same quantity, as each has it; null if there is none.</returns>
    public static (Amount One, Amount Other)? OfAmounts(Statement one, Statement other)
    {
        if (!AgreeOnAll(one.Whole, other.Whole) || Polarity.ReversedWord(one.Text, other.Text) is not null)
        {
            return null;
        }

        foreach (var clause in one.Clauses.Where(clause => clause.Amounts.Count > 0))
        {
            foreach (var match in other.Clauses.Where(match => IsSame(clause, match)))
            {
                if (Difference(clause.Amounts, match.Amounts) is { } difference)
                {
                    return difference;
                }
            }
        }

        return null;
    }

    /// <returns>Whether one denies, or turns into its opposite, what the other says.</returns>
    public static bool IsReversed(Statement one, Statement other)
    {
        var (mine, theirs) = (one.Whole, other.Whole);
        if (
            !mine.Names.SetEquals(theirs.Names)
            || !mine.Numbers.SetEquals(theirs.Numbers)
            || !mine.Times.SetEquals(theirs.Times)
            || !mine.Amounts.SequenceEqual(theirs.Amounts)
        )
        {
            return false;
        }

        var isChinese = Script.HasChinese(one.Text);
        var shared = mine.Words.Count(theirs.Words.Contains);
        var apart = Math.Max(mine.Words.Count, theirs.Words.Count) - shared;
        if (
            shared < (isChinese ? FewestSharedPairs : FewestSharedWords)
            || shared + mine.Amounts.Count + mine.Numbers.Count < FewestShareds
            || apart > (isChinese ? 4 : 1)
        )
        {
            return false;
        }

        return Polarity.NegationsIn(one.Text) != Polarity.NegationsIn(other.Text)
            ? isChinese || apart == 0
            : apart > 0 && Polarity.ReversedWord(one.Text, other.Text) is not null;
    }

    private static bool AgreeOnAll(Gist one, Gist other) =>
        Fits(one.Names, other.Names) && Fits(one.Numbers, other.Numbers) && one.Times.SetEquals(other.Times);

    // What one of them adds may be a detail; where both name something else, they speak of different things.
    private static bool Fits(HashSet<string> one, HashSet<string> other) => one.IsSubsetOf(other) || other.IsSubsetOf(one);

    private static bool IsSame(Gist one, Gist other)
    {
        var shared = one.Words.Count(other.Words.Contains);
        return shared >= FewestShared
            && shared >= SameClause * (one.Words.Count + other.Words.Count - shared)
            && one.Names.SetEquals(other.Names)
            && one.Numbers.SetEquals(other.Numbers);
    }

    private static (Amount One, Amount Other)? Difference(IReadOnlyList<Amount> one, IReadOnlyList<Amount> other)
    {
        if (one.Count != other.Count)
        {
            return null;
        }

        var differing = one.Zip(other).Where(pair => pair.First.Of != pair.Second.Of || !IsRounded(pair.First, pair.Second)).ToList();
        return differing is [var only] && only.First.Of == only.Second.Of ? only : null;
    }

    /// <summary>9.2 s and 9 s are the same, rounded differently; so are 1,024 and 1,000.</summary>
    private static bool IsRounded(Amount one, Amount other) => IsRoundingOf(one, other.Value) || IsRoundingOf(other, one.Value);

    private static bool IsRoundingOf(Amount coarse, double value)
    {
        var digits = coarse.Number.Replace(",", "", StringComparison.Ordinal);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var step = point >= 0 ? Math.Pow(10, point + 1 - digits.Length) : Math.Pow(10, digits.Length - digits.TrimEnd('0').Length);
        var mine = double.Parse(digits, CultureInfo.InvariantCulture);
        return Math.Abs((value / coarse.Factor) - mine) <= step / 2;
    }
}
