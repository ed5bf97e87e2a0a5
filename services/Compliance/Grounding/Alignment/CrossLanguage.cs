using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>A Chinese sentence beside the English place that decides it.</summary>
internal static class CrossLanguage
{
    private const double Enough = 0.25;
    private const double NearlyEverything = 0.75;
    private const double BetterThanQuote = 1.35;

    internal sealed record Found(SourcePlace? Place, EvidenceSpan? Second)
    {
        public IReadOnlyList<string> Figures { get; init; } = [];

        public string? Reversed { get; init; }

        public bool IsNegated { get; init; }

        public string? Overstated { get; init; }

        public string? NotYetDone { get; init; }

        public bool IsTurnedRound { get; init; }

        public double Novelty { get; init; }

        public bool IsMatched { get; init; }

        public static readonly Found Nothing = new(null, null);
    }

    public static Found Of(string sentence, EvidenceSpan? quote, SourceFacts facts)
    {
        var aligned = Aligned.Of(sentence, facts.Passages);
        var (first, last) = PlaceOf(aligned, quote);
        if (first < 0)
        {
            return Found.Nothing;
        }

        var place = new SourcePlace(aligned, first, last, facts.Text);
        var second = aligned.Ranked.FirstOrDefault(pair => pair.Passage < first || pair.Passage > last, (-1, 0)).Item1;
        var found = new Found(place, second < 0 ? null : facts.SpanOf(facts.Passages.All[second].Span)) { Novelty = aligned.Novelty() };
        if (place.Coverage < Enough)
        {
            return found;
        }

        var roles = RoleContrast.Compare(sentence, place);
        found = found with
        {
            Figures = FigureContrast.Find(sentence, place),
            Reversed = DirectionContrast.Find(sentence, place),
            IsNegated = NegationContrast.Differs(place),
            Overstated = ClaimStrength.Overstated(place),
            NotYetDone = ClaimStrength.NotYetDone(place),
            IsTurnedRound = roles > 0,
        };
        return found with { IsMatched = IsMatched(found, place) };
    }

    private static bool IsMatched(Found found, SourcePlace place) =>
        found is { Figures.Count: 0, Reversed: null, IsNegated: false, Overstated: null, NotYetDone: null, IsTurnedRound: false }
        && place.Coverage >= NearlyEverything && place.Aligned.Units.All(unit => unit.Kind == UnitKind.Term || place.Has(unit))
        && NegationContrast.Agrees(place) && ClaimStrength.Agrees(place);

    private static (int First, int Last) PlaceOf(Aligned aligned, EvidenceSpan? quote)
    {
        var best = aligned.Best();
        if (quote is null)
        {
            return best;
        }

        var (first, last) = aligned.Source.Between(quote.Start, quote.Start + quote.Length);
        return first < 0 || (best.First >= 0 && aligned.Coverage(best.First, best.Last) > BetterThanQuote * aligned.Coverage(first, last)) ? best : (first, last);
    }
}
