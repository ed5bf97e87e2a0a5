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
    private const int FewestToDoubt = 4;

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

        /// <summary>The place bears the sentence out as far as single words can tell.</summary>
        public bool HoldsByWords { get; init; }

        /// <summary>So much speaks for the sentence that it is shown as matched.</summary>
        public bool IsMatched { get; init; }

        /// <summary>What is no contradiction, but has to be read by somebody: rule and word.</summary>
        public IReadOnlyList<Doubt> Doubts { get; init; } = [];

        /// <summary>What the score counts; null where there is no place, or nothing is said to tell.</summary>
        public double[]? Features { get; init; }

        /// <summary>It says enough for the score to doubt it.</summary>
        public bool MayBeDoubted { get; init; }

        public bool HasContradiction =>
            Otherwise.Count > 0
            || Reversed is not null
            || IsNegated
            || Overstated is not null
            || NotYetDone is not null
            || AreRolesExchanged;
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

        var view = new ClaimView(sentence, place, isQuote);
        return WithScore(view, place.Coverage < Enough ? found : Compare(view, found), quote is not null);
    }

    // The score clears no contradiction.
    private static Found WithScore(ClaimView view, Found found, bool hasQuote)
    {
        var telling = view.Units.Count(unit => unit.IsTellingTerm);
        if (telling == 0)
        {
            return found;
        }

        var features = ClaimFeatures.Of(view with { HoldsByWords = found.HoldsByWords });
        var score = ClaimScore.Of(features, hasQuote);
        var mayBeDoubted = telling >= FewestToDoubt && !Commentary.Is(view.Sentence);
        return found with
        {
            Features = features,
            MayBeDoubted = mayBeDoubted,
            IsMatched = score.IsLikely && !found.HasContradiction,
            Doubts = score.IsUnlikely && mayBeDoubted ? [.. found.Doubts, Unlikely(view)] : found.Doubts,
        };
    }

    // The clause that the place has least of.
    private static Doubt Unlikely(ClaimView view) =>
        new(
            Doubt.Unlikely,
            view.Clauses.MinBy(clause => clause.Share) is { } least ? SentenceUnit.TextOfClause(view.Sentence, least.Number) : view.Sentence
        );

    private static Found Compare(ClaimView view, Found found)
    {
        var (sentence, place) = (view.Sentence, view.Place);
        found = found with
        {
            Otherwise = [.. FigureContrast.Find(sentence, place).Concat(NameContrast.Find(sentence, place)).Distinct()],
            Reversed = DirectionContrast.Find(sentence, place),
            IsNegated = (found.IsQuote || place.Coverage >= EnoughToDeny) && NegationContrast.Differs(place),
            Overstated = ClaimStrength.Overstated(place),
            NotYetDone = ClaimStrength.NotYetDone(place),
            AreRolesExchanged = place.Coverage >= MostOfIt && view.Roles > 0,
            Doubts = [.. Doubtful.Find(sentence, place, found.IsQuote)],
        };
        return found with { HoldsByWords = !found.HasContradiction && MatchCheck.Holds(view) };
    }

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
