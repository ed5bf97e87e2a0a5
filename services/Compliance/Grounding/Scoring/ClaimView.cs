using NewsEducator.Compliance.Grounding.Alignment;

namespace NewsEducator.Compliance.Grounding.Scoring;

/// <summary>A Chinese sentence beside its English place, and what several comparisons ask of the two; each is counted once.</summary>
/// <param name="IsQuote">The place is that of the quote which was given.</param>
internal sealed record ClaimView(string Sentence, SourcePlace Place, bool IsQuote)
{
    private const int Near = 6;
    private const int ShortClause = 3;
    private const double Frequent = 0.4;

    private readonly HashSet<string> _around = Place.WithNeighbours();
    private readonly HashSet<string> _said = [.. Place.Aligned.Units.SelectMany(unit => unit.Keys)];

    public IReadOnlyList<SentenceUnit> Units => Place.Aligned.Units;

    public IReadOnlyList<string> Words => Place.Words;

    /// <summary>As <see cref="MatchCheck"/> has it.</summary>
    public bool HoldsByWords { get; init; }

    public double Coverage { get; } = Place.Coverage;

    public IReadOnlyList<ClaimClauses.Clause> Clauses { get; } = ClaimClauses.Of(Sentence, Place);

    /// <summary>Of two things named: 1 where they have changed places, -1 where each is where it belongs, else 0.</summary>
    public int Roles { get; } = RoleContrast.Compare(Sentence, Place);

    /// <summary>The same of what comes first, replaces the other or has more.</summary>
    public int Order { get; } = OrderContrast.Compare(Sentence, Place);

    /// <summary>As <see cref="ClauseCrossing.Find"/> has it.</summary>
    public bool? Crossing { get; } = ClauseCrossing.Find(Sentence, Place);

    public bool HasRivalNames { get; } = NameContrast.HasRivals(Sentence, Place);

    /// <summary>Above 0 where of two clauses each fits the other's name, version or figure better.</summary>
    public double SwappedNames { get; } = PairContrast.Gain(Sentence, Place, amongNames: true);

    /// <summary>How much of the place the sentence has; words that stand in most passages tell nothing.</summary>
    public double Back
    {
        get
        {
            var source = Place.Aligned.Source;
            return ShareSaid(Words.Distinct().Where(word => source.With(word).Count <= 1 + (Frequent * source.All.Count)), empty: 1);
        }
    }

    /// <summary>The same of the clause there that the sentence has most of.</summary>
    public double BackOfBestClause
    {
        get
        {
            var starts = Place.ClauseStarts.Append(Words.Count).Distinct().Order().ToList();
            return starts
                .Zip(starts.Skip(1), (start, end) => Words.Skip(start).Take(end - start).Distinct().ToList())
                .Where(clause => clause.Count >= ShortClause)
                .Select(clause => ShareSaid(clause, empty: 0))
                .DefaultIfEmpty(0)
                .Max();
        }
    }

    /// <summary>Of the neighbours in the sentence that the place has, how many are near each other there.</summary>
    public double Together
    {
        get
        {
            var there = Units.Where(unit => unit.IsTelling && Place.Has(unit)).Select(unit => Place.PlacesOf(unit).ToList()).ToList();
            var pairs = there.Zip(there.Skip(1)).ToList();
            return pairs.Count == 0
                ? 0
                : (double)pairs.Count(pair => pair.First.Exists(one => pair.Second.Exists(other => Math.Abs(one - other) <= Near)))
                    / pairs.Count;
        }
    }

    /// <summary>How far the next likely place is behind.</summary>
    public double Lead =>
        Place.Aligned.Ranked is [{ Score: > 0 and var best }, ..] ranked
            ? 1 - (ranked.FirstOrDefault(pair => pair.Passage < Place.First || pair.Passage > Place.Last).Score / best)
            : 0;

    /// <summary>It stands at the place or next to it.</summary>
    public bool IsAround(SentenceUnit unit) => unit.Keys.Any(_around.Contains);

    public bool IsInSource(SentenceUnit unit) => unit.Keys.Any(key => Place.Aligned.Source.With(key).Count > 0);

    /// <returns>The share that some units have of the sentence's weight.</returns>
    public double ShareOf(Func<SentenceUnit, bool> holds)
    {
        double share = 0,
            whole = 0;
        foreach (var (at, unit) in Units.Index())
        {
            var weight = Place.Aligned.WeightOf(at);
            whole += weight;
            share += holds(unit) ? weight : 0;
        }

        return whole == 0 ? 0 : share / whole;
    }

    private double ShareSaid(IEnumerable<string> words, double empty)
    {
        var all = words.ToList();
        return all.Count == 0 ? empty : (double)all.Count(_said.Contains) / all.Count;
    }
}
