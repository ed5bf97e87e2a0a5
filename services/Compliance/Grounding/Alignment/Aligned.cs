using NewsEducator.Compliance.Grounding.Figures;
using NewsEducator.Compliance.Grounding.Scoring;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>The passages of a source that a Chinese sentence speaks of, the likeliest first.</summary>
internal sealed class Aligned
{
    private const int MostCandidates = 15;
    private const int Smoothing = 3;
    private const double NameWeight = 1.6;
    private const double NumberWeight = 1.2;
    private const double LightWeight = 0.4;
    private const double HeadingShare = 0.35;
    private const double NeighbourShare = 0.15;
    private const double LengthShare = 0.8;
    private const double Nearness = 0.25;
    private const double Adds = 0.12;
    private const double Glosses = 0.1;
    private const double TitleShare = 0.6;
    private const int NearbyWords = 5;
    private const int FewestTelling = 5;
    private const int ShortPassage = 4;
    private const int LongestSpan = 800;

    private readonly List<double> _weights;
    private readonly Dictionary<int, Dictionary<int, double>> _found = [];

    private Aligned(List<SentenceUnit> units, Passages source)
    {
        Units = units;
        Source = source;
        foreach (var (at, unit) in units.Index())
        {
            foreach (var key in unit.Keys)
            {
                var places = source.With(key);
                foreach (var passage in places)
                {
                    if (!_found.TryGetValue(passage, out var there))
                    {
                        _found[passage] = there = [];
                    }

                    there[at] = Math.Max(there.GetValueOrDefault(at), WeightOf(unit, places.Count));
                }
            }
        }

        _weights =
        [
            .. units.Select(
                (unit, at) =>
                    _found.Values.Select(there => there.GetValueOrDefault(at)).DefaultIfEmpty().Max() is > 0 and var most
                        ? most
                        : WeightOf(unit, 0)
            ),
        ];
        List<(int Passage, double Score)> likely =
        [
            .. _found
                .Keys.Select(passage => (Passage: passage, Score: ScoreOf(passage)))
                .OrderByDescending(pair => pair.Score)
                .ThenBy(pair => pair.Passage),
        ];
        Candidates = [.. likely.Take(MostCandidates).Select(pair => new Candidate(pair.Passage, FeaturesOf(pair, likely[0].Score)))];
        Ranked =
        [
            .. Candidates
                .Zip(PlaceScore.Of(Candidates), (candidate, share) => (candidate.Passage, Score: share))
                .OrderByDescending(pair => pair.Score)
                .ThenBy(pair => pair.Passage)
                .Concat(likely.Skip(MostCandidates).Select(pair => (pair.Passage, Score: 0.0))),
        ];
    }

    public IReadOnlyList<SentenceUnit> Units { get; }

    public Passages Source { get; }

    /// <summary>The passages that have most of the sentence.</summary>
    public IReadOnlyList<Candidate> Candidates { get; }

    /// <summary>Passages with anything of the sentence, the likeliest first, with the chance of each to be the one that decides.</summary>
    public IReadOnlyList<(int Passage, double Score)> Ranked { get; }

    public static Aligned Of(string sentence, Passages source) => new(SentenceUnit.Of(sentence), source);

    /// <summary>How much a unit tells which passage is meant.</summary>
    public double WeightOf(int unit) => _weights[unit];

    public bool Has(int passage, int unit) => _found.TryGetValue(passage, out var there) && there.ContainsKey(unit);

    /// <returns>First and last of the passages that decide: the best one, and neighbours that say what it leaves out.</returns>
    public (int First, int Last) Best()
    {
        if (Ranked.Count == 0)
        {
            return (-1, -1);
        }

        var best = Ranked[0].Passage;
        if (Source.All[best] is { Heading: >= 0 } passage && passage.Words.Count <= ShortPassage && passage.Heading == best - 1)
        {
            return (best - 1, best);
        }

        if (best + 1 < Source.All.Count && Source.All[best + 1] is { } next && next.Heading == best && next.Words.Count <= ShortPassage)
        {
            return (best, best + 1);
        }

        double before = Gain(best, best - 1),
            after = Gain(best, best + 1);
        return Math.Max(before, after) < Adds ? (best, best)
            : before > after ? (best - 1, best)
            : (best, best + 1);
    }

    /// <returns>The share of the sentence's weight that some passages have together.</returns>
    public double Coverage(int first, int last)
    {
        double covered = 0,
            total = 0;
        for (var unit = 0; unit < Units.Count; unit++)
        {
            total += _weights[unit];
            for (var passage = first; passage <= last; passage++)
            {
                if (Has(passage, unit))
                {
                    covered += _weights[unit];
                    break;
                }
            }
        }

        return total == 0 ? 0 : covered / total;
    }

    /// <returns>The share of what tells something in the sentence that stands nowhere in the source.</returns>
    public double Novelty()
    {
        var telling = Units.Index().Where(unit => unit.Item.IsTelling).ToList();
        return telling.Count(unit => unit.Item.Kind == UnitKind.Term) < FewestTelling
            ? 0
            : (double)telling.Count(unit => !_found.Values.Any(there => there.ContainsKey(unit.Index))) / telling.Count;
    }

    private double Gain(int best, int other)
    {
        if (
            other < 0
            || other >= Source.All.Count
            || Source.All[other].Paragraph != Source.All[best].Paragraph
            || !_found.ContainsKey(other)
        )
        {
            return 0;
        }

        var (first, last) = (Math.Min(best, other), Math.Max(best, other));
        return Source.All[last].Span.End.Value - Source.All[first].Span.Start.Value > LongestSpan
            ? 0
            : Coverage(first, last) - Coverage(best, best);
    }

    private double WeightOf(SentenceUnit unit, int found)
    {
        var rarity = Math.Log(1 + ((Source.All.Count + 1.0) / (found + 1.0)));
        return rarity
            * unit.Kind switch
            {
                UnitKind.Name => NameWeight,
                UnitKind.Number => NumberWeight,
                _ => (
                    unit.Keys.Count == 0 ? (unit.IsLight ? 0 : LightWeight)
                    : unit.IsLight ? LightWeight
                    : 1
                ) / (1 + (Glosses * unit.Keys.Count)),
            };
    }

    private double ScoreOf(int at)
    {
        var passage = Source.All[at];
        var score = Own(at);
        score += NeighbourShare * (At(at - 1, passage.Paragraph) + At(at + 1, passage.Paragraph));
        if (passage.Heading >= 0)
        {
            score += HeadingShare * Extra(passage.Heading, at);
        }

        return (at == 0 ? TitleShare : 1) * score / (1 + (LengthShare * Math.Log(1 + (passage.Words.Count / Source.AverageLength))));
    }

    private double At(int at, int paragraph) => at >= 0 && at < Source.All.Count && Source.All[at].Paragraph == paragraph ? Own(at) : 0;

    private double Own(int at) =>
        _found.TryGetValue(at, out var there)
            ? WeightOf(there) + NearPairs(at, there).Sum(pair => Nearness * Math.Min(there[pair.One], there[pair.Other]))
            : 0;

    // A word that the sentence repeats counts once.
    private double WeightOf(Dictionary<int, double> there) =>
        there.GroupBy(pair => Units[pair.Key].Text).Sum(group => group.Max(pair => pair.Value));

    private IEnumerable<(int One, int Other)> NearPairs(int at, Dictionary<int, double> there)
    {
        var units = there.Keys.Order().ToList();
        return units.Zip(units.Skip(1)).Where(pair => AreNear(Source.All[at], Units[pair.First], Units[pair.Second]));
    }

    // In the order of PlaceScore.Names.
    private double[] FeaturesOf((int Passage, double Score) likely, double best)
    {
        var (at, there) = (likely.Passage, _found[likely.Passage]);
        var (whole, own) = (_weights.Sum(), WeightOf(there));
        var terms = Units.Index().Where(unit => unit.Item.IsTellingTerm).ToList();
        var found = terms.Count(unit => there.ContainsKey(unit.Index));
        return
        [
            best > 0 ? likely.Score / best : 0,
            whole > 0 ? own / whole : 0,
            whole > 0 ? AddedAround(at) / whole : 0,
            at == 0 ? 1 : 0,
            Math.Log(1 + found),
            terms.Count > 0 ? (double)found / terms.Count : 0,
            own / Math.Sqrt(Smoothing + Source.All[at].Words.Count),
            (double)NearPairs(at, there).Count() / Units.Count,
        ];
    }

    // What the neighbours in its paragraph have and it has not.
    private double AddedAround(int at)
    {
        var around = new[] { at - 1, at + 1 }.Where(other => At(other, Source.All[at].Paragraph) > 0).ToList();
        return Units
            .Index()
            .Where(unit => !Has(at, unit.Index) && around.Exists(other => Has(other, unit.Index)))
            .Sum(unit => _weights[unit.Index]);
    }

    private double Extra(int heading, int passage) =>
        _found.TryGetValue(heading, out var there) ? there.Where(pair => !Has(passage, pair.Key)).Sum(pair => pair.Value) : 0;

    private static bool AreNear(Passage passage, SentenceUnit one, SentenceUnit other)
    {
        int ones = -1,
            others = -1;
        for (var at = 0; at < passage.Words.Count; at++)
        {
            ones = one.Keys.Contains(passage.Words[at]) ? at : ones;
            others = other.Keys.Contains(passage.Words[at]) ? at : others;
            if (ones >= 0 && others >= 0 && ones != others && Math.Abs(ones - others) <= NearbyWords)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A passage that may decide.</summary>
/// <param name="Features">In the order of <see cref="PlaceScore.Names"/>.</param>
internal sealed record Candidate(int Passage, double[] Features);
