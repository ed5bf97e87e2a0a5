using NewsEducator.Compliance.Grounding.Figures;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>The passages of a source that a Chinese sentence speaks of, the likeliest first.</summary>
internal sealed class Aligned
{
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
        Ranked =
        [
            .. _found
                .Keys.Select(passage => (Passage: passage, Score: ScoreOf(passage)))
                .OrderByDescending(pair => pair.Score)
                .ThenBy(pair => pair.Passage),
        ];
    }

    public IReadOnlyList<SentenceUnit> Units { get; }

    public Passages Source { get; }

    /// <summary>Passages with anything of the sentence.</summary>
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

    private double Own(int at)
    {
        if (!_found.TryGetValue(at, out var there))
        {
            return 0;
        }

        // A word that the sentence repeats counts once.
        var score = there.GroupBy(pair => Units[pair.Key].Text).Sum(group => group.Max(pair => pair.Value));
        var units = there.Keys.Order().ToList();
        for (var next = 1; next < units.Count; next++)
        {
            if (AreNear(Source.All[at], Units[units[next - 1]], Units[units[next]]))
            {
                score += Nearness * Math.Min(there[units[next - 1]], there[units[next]]);
            }
        }

        return score;
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
