namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Whether a place bears a sentence out as far as words can tell: what it names, counts, denies and orders is the same
/// there.</summary>
internal static class MatchCheck
{
    private const double HalfOfIt = 0.5;

    public static bool Holds(string sentence, SourcePlace place, bool isQuote) =>
        place.Coverage >= HalfOfIt
        && EachClauseIsThere(sentence, place)
        && HasNamesAndFigures(place, isQuote)
        && NegationContrast.Agrees(place)
        && ClaimStrength.Agrees(place)
        && !SumsUp(sentence)
        && !DirectionContrast.DependsOnOrder(sentence)
        && !FigureContrast.HasRivals(sentence, place)
        && !NameContrast.HasRivals(sentence, place)
        && !ClauseCrossing.IsIn(sentence, place)
        && PairContrast.Gain(sentence, place, amongNames: true) <= 0;

    // 都 says it of all that stands before it: a word for "all" somewhere in the place does not show that.
    private static bool SumsUp(string sentence) => sentence.Contains('都', StringComparison.Ordinal);

    // A sentence of two facts is not borne out by a place that has one of them.
    private static bool EachClauseIsThere(string sentence, SourcePlace place) =>
        ClaimClauses.Of(sentence, place).All(clause => clause.Share >= HalfOfIt);

    // What is spoken of may have been named right before; who gives a quote says that it is there.
    private static bool HasNamesAndFigures(SourcePlace place, bool isQuote)
    {
        var before = isQuote ? [.. place.Words] : place.WithBefore();
        return place
            .Aligned.Units.Where(unit => unit.Kind != UnitKind.Term)
            .All(unit => unit.Kind == UnitKind.Name && !char.IsAsciiDigit(unit.Text[0]) ? unit.Keys.Any(before.Contains) : place.Has(unit));
    }
}
