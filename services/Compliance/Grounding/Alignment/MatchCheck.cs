using NewsEducator.Compliance.Grounding.Scoring;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Whether a place bears a sentence out as far as words can tell: what it names, counts, denies and orders is the same
/// there.</summary>
internal static class MatchCheck
{
    private const double HalfOfIt = 0.5;

    public static bool Holds(ClaimView view) =>
        view.Coverage >= HalfOfIt
        && view.Clauses.All(clause => clause.Share >= HalfOfIt)
        && HasNamesAndFigures(view.Place, view.IsQuote)
        && NegationContrast.Agrees(view.Place)
        && ClaimStrength.Agrees(view.Place)
        && !SumsUp(view.Sentence)
        && !DirectionContrast.DependsOnOrder(view.Sentence)
        && !FigureContrast.HasRivals(view.Sentence, view.Place)
        && !view.HasRivalNames
        && view.Crossing is null
        && view.SwappedNames <= 0;

    // 都 says it of all that stands before it: a word for "all" somewhere in the place does not show that.
    private static bool SumsUp(string sentence) => sentence.Contains('都', StringComparison.Ordinal);

    // What is spoken of may have been named right before; who gives a quote says that it is there.
    private static bool HasNamesAndFigures(SourcePlace place, bool isQuote)
    {
        var before = isQuote ? [.. place.Words] : place.WithBefore();
        return place
            .Aligned.Units.Where(unit => unit.Kind != UnitKind.Term)
            .All(unit => unit.Kind == UnitKind.Name && !char.IsAsciiDigit(unit.Text[0]) ? unit.Keys.Any(before.Contains) : place.Has(unit));
    }
}
