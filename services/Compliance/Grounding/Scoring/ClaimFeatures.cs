using NewsEducator.Compliance.Grounding.Alignment;

namespace NewsEducator.Compliance.Grounding.Scoring;

/// <summary>What can be counted of a Chinese sentence beside its English place. Shares are 0 to 1, signs 0 or 1, counts at most 3.</summary>
internal static class ClaimFeatures
{
    private const int Ceiling = 3;

    // That two things have changed places tells more, the more of the sentence stands there.
    private static readonly (string Name, Func<ClaimView, double> Of)[] Features =
    [
        ("coverage", view => view.Coverage),
        ("worstClause", view => view.Clauses.Select(clause => clause.Share).DefaultIfEmpty(1).Min()),
        ("novel", view => view.ShareOf(unit => unit.Keys.Count > 0 && !view.IsInSource(unit))),
        ("unknown", view => view.ShareOf(unit => unit.Keys.Count == 0)),
        ("back", view => view.Back),
        ("backBest", view => view.BackOfBestClause),
        ("missing", view => Count(view, unit => unit.IsTellingTerm && !view.IsAround(unit))),
        ("namesAway", view => Count(view, unit => unit.Kind == UnitKind.Name && !view.Place.Has(unit))),
        ("numbersAway", view => Count(view, unit => unit.Kind == UnitKind.Number && !view.Place.Has(unit))),
        ("namesThere", view => Count(view, unit => unit.Kind == UnitKind.Name && view.Place.Has(unit))),
        ("numbersThere", view => Count(view, unit => unit.Kind == UnitKind.Number && view.Place.Has(unit))),
        ("together", view => view.Together),
        ("lead", view => view.Lead),
        ("length", view => Math.Log(1 + view.Units.Count(unit => unit.IsTelling))),
        ("quoted", view => Sign(view.IsQuote)),
        ("matched", view => Sign(view.HoldsByWords)),
        ("deniedHere", view => Sign(Markers.Negative.IsIn(view.Units) && !view.Words.Any(Markers.Denies))),
        ("deniedThere", view => Sign(NegationContrast.DeniesSomething(view.Place) && !view.Units.Any(NegationContrast.Denies))),
        ("wordDenied", view => view.Coverage * Sign(NegationContrast.AffirmsDenied(view.Place))),
        ("wordAffirmed", view => view.Coverage * Sign(NegationContrast.DeniesAffirmed(view.Place))),
        ("universalHere", view => OnlyHere(view, Markers.Universal)),
        ("mustHere", view => OnlyHere(view, Markers.Must)),
        ("onlyHere", view => OnlyHere(view, Markers.Only)),
        ("causeHere", view => OnlyHere(view, Markers.Causal)),
        ("conditionHere", view => OnlyHere(view, Markers.Condition)),
        ("partialThere", view => OnlyThere(view, Markers.Partial, Markers.Partial)),
        ("openThere", view => OnlyThere(view, Markers.Open, Markers.Open)),
        ("limitThere", view => OnlyThere(view, Markers.Limit, Markers.Condition)),
        ("doneHere", view => Sign(Markers.Done.IsIn(view.Units) && Markers.Open.IsIn(view.Words))),
        ("turned", view => view.Coverage * (Sign(view.Roles > 0) + Sign(view.Order > 0))),
        ("held", view => Sign(view.Roles < 0) + Sign(view.Order < 0)),
        ("crossedAlike", view => view.Coverage * Sign(view.Crossing is true)),
        ("crossedAround", view => view.Coverage * Sign(ClauseCrossing.Find(view.Sentence, view.Place.Widened(2)) is true)),
        ("swappedNames", view => view.Coverage * Math.Max(0, view.SwappedNames)),
        ("swappedWords", view => view.Coverage * Math.Max(0, PairContrast.Gain(view.Sentence, view.Place, amongNames: false))),
        ("rivalNames", view => Sign(view.HasRivalNames)),
        ("clauses", view => Math.Min(Ceiling, view.Units.Select(unit => unit.ClauseOf(view.Sentence)).Distinct().Count())),
        ("partialHere", view => Sign(Markers.Partial.IsIn(view.Units))),
        ("conditionSaid", view => Sign(Markers.Condition.IsIn(view.Units))),
        ("doneSaid", view => Sign(Markers.Done.IsIn(view.Units))),
        ("causeThere", view => Sign(Markers.Causal.IsIn(view.Words))),
        ("denials", view => Math.Min(Ceiling, Math.Abs(view.Units.Count(NegationContrast.Denies) - view.Words.Count(Markers.Denies)))),
        ("elsewhere", view => view.ShareOf(unit => unit.IsTellingTerm && !view.Place.Has(unit) && view.IsInSource(unit))),
    ];

    /// <summary>One name a value, in the order of <see cref="Of"/>.</summary>
    public static readonly IReadOnlyList<string> Names = [.. Features.Select(feature => feature.Name)];

    public static double[] Of(ClaimView view) => [.. Features.Select(feature => feature.Of(view))];

    private static double Sign(bool holds) => holds ? 1 : 0;

    private static double Count(ClaimView view, Func<SentenceUnit, bool> holds) => Math.Min(Ceiling, view.Units.Count(holds));

    private static double OnlyHere(ClaimView view, Markers markers) => Sign(markers.IsIn(view.Units) && !markers.IsIn(view.Words));

    private static double OnlyThere(ClaimView view, Markers there, Markers here) => Sign(there.IsIn(view.Words) && !here.IsIn(view.Units));
}
