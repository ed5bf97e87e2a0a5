using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Grounding.Places;
using NewsEducator.Compliance.Grounding.Scoring;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>A Chinese sentence beside the English place that decides it.</summary>
internal static class CrossLanguage
{
    private const double Enough = 0.25;
    private const double EnoughToDeny = 0.35;
    private const double MostOfIt = 0.45;
    private const double MostlyNew = 0.5;
    private const double BetterThanQuote = 1.35;
    private const int FewestTelling = 4;

    // Captions have no full stops: in a minute of talk there is another figure and a denial, and neither is of the sentence's matter.
    private const int LongestPlace = 80;

    /// <summary>What the two have differently.</summary>
    /// <param name="Place">What decides; null where nothing of the sentence is in the source.</param>
    /// <param name="Second">The next likely place.</param>
    internal sealed record Found(SourcePlace? Place, EvidenceSpan? Second)
    {
        public static readonly Found Nothing = new(null, null);

        /// <summary>The place is the quote's.</summary>
        public bool IsQuote { get; init; }

        /// <summary>Figures and names that the place has otherwise.</summary>
        public IReadOnlyList<string> Otherwise { get; init; } = [];

        public string? Reversed { get; init; }

        public bool IsNegated { get; init; }

        public string? Overstated { get; init; }

        public string? NotYetDone { get; init; }

        public bool AreRolesExchanged { get; init; }

        /// <summary>Most of what the sentence speaks of is nowhere in the source.</summary>
        public bool IsForeign { get; init; }

        public bool IsMatched { get; init; }

        /// <summary>What is no contradiction, but has to be read by somebody: rule and word.</summary>
        public IReadOnlyList<Doubt> Doubts { get; init; } = [];

        /// <summary>What the score counts; null where there is no place, or too little is said to tell.</summary>
        public double[]? Features { get; init; }
    }

    public static Found Of(string sentence, EvidenceSpan? quote, SourceFacts facts)
    {
        var aligned = Aligned.Of(sentence, facts.Passages);
        var (first, last, isQuote) = PlaceOf(aligned, quote);
        if (first < 0)
        {
            return Found.Nothing;
        }

        var place = new SourcePlace(aligned, first, last, facts.Text);
        var second = aligned.Ranked.FirstOrDefault(pair => pair.Passage < first || pair.Passage > last, (-1, 0)).Item1;
        var found = new Found(place, second < 0 ? null : facts.SpanOf(facts.Passages.All[second].Span))
        {
            IsQuote = isQuote,
            IsForeign = place.Coverage < MostOfIt && aligned.Novelty() >= MostlyNew,
        };
        if (place.Words.Count > LongestPlace)
        {
            return found;
        }

        var roles = RoleContrast.Compare(sentence, place);
        return WithScore(sentence, place, place.Coverage < Enough ? found : Compare(sentence, place, roles, found), roles);
    }

    // The score only ever adds a doubt: it clears nothing.
    private static Found WithScore(string sentence, SourcePlace place, Found found, int roles)
    {
        if (place.Aligned.Units.Count(unit => unit.IsTellingTerm) < FewestTelling)
        {
            return found;
        }

        int[] turns = [roles, OrderContrast.Compare(sentence, place)];
        var features = ClaimFeatures.Of(new ClaimView(sentence, place, found.IsQuote, found.IsMatched, turns));
        return found with
        {
            Features = features,
            Doubts = ClaimScore.IsUnlikely(features) ? [.. found.Doubts, Unlikely(sentence, place)] : found.Doubts,
        };
    }

    // The clause that the place has least of.
    private static Doubt Unlikely(string sentence, SourcePlace place) =>
        new(
            Doubt.Unlikely,
            ClaimClauses.Of(sentence, place).MinBy(clause => clause.Share) is { } least
                ? SentenceUnit.TextOfClause(sentence, least.Number)
                : sentence
        );

    private static Found Compare(string sentence, SourcePlace place, int roles, Found found)
    {
        found = found with
        {
            Otherwise = [.. FigureContrast.Find(sentence, place).Concat(NameContrast.Find(sentence, place)).Distinct()],
            Reversed = DirectionContrast.Find(sentence, place),
            IsNegated = (found.IsQuote || place.Coverage >= EnoughToDeny) && NegationContrast.Differs(place),
            Overstated = ClaimStrength.Overstated(place),
            NotYetDone = ClaimStrength.NotYetDone(place),
            AreRolesExchanged = place.Coverage >= MostOfIt && roles > 0,
        };
        return found with { IsMatched = IsMatched(sentence, found, place), Doubts = [.. Doubtful.Find(sentence, place, found.IsQuote)] };
    }

    private static bool IsMatched(string sentence, Found found, SourcePlace place) =>
        found is { Otherwise.Count: 0, Reversed: null, IsNegated: false, Overstated: null, NotYetDone: null, AreRolesExchanged: false }
        && MatchCheck.Holds(sentence, place, found.IsQuote);

    private static (int First, int Last, bool IsQuote) PlaceOf(Aligned aligned, EvidenceSpan? quote)
    {
        var (first, last) = aligned.Best();
        if (quote is null)
        {
            return (first, last, false);
        }

        var (from, to) = aligned.Source.Between(quote.Start, quote.Start + quote.Length);
        return from < 0 || (first >= 0 && aligned.Coverage(first, last) > BetterThanQuote * aligned.Coverage(from, to))
            ? (first, last, false)
            : (from, to, true);
    }
}
