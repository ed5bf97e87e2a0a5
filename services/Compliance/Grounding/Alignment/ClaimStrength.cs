namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Whether a sentence says more than its place: of all what is said of some, as done what is planned.</summary>
internal static class ClaimStrength
{
    /// <returns>The word that says too much; null if there is none.</returns>
    public static string? Overstated(SourcePlace place) =>
        place.Aligned.Units.FirstOrDefault(unit => Markers.Universal.IsTerm(unit.Text) && !place.Has(unit)) is { } universal
        && !Markers.Universal.IsIn(place.Words)
        && Markers.Partial.IsIn(place.Words)
        && !Markers.Partial.IsIn(place.Aligned.Units)
            ? universal.Text
            : null;

    /// <returns>The word that says too early that something is done; null if there is none.</returns>
    public static string? NotYetDone(SourcePlace place) =>
        place.Aligned.Units.FirstOrDefault(unit => Markers.Done.IsTerm(unit.Text)) is { } done
        && Markers.Open.IsIn(place.Words)
        && !Markers.Done.IsIn(place.Words)
            ? done.Text
            : null;

    /// <summary>The place says of all what the sentence says of all, has a cause where it names one, no condition that it leaves out, leaves
    /// no choice and nothing else where it does, and has nothing planned that it calls done.</summary>
    public static bool Agrees(SourcePlace place) =>
        (!Markers.Universal.IsIn(place.Aligned.Units) || (Markers.Universal.IsIn(place.Words) && !Markers.Partial.IsIn(place.Words)))
        && (!Markers.Causal.IsIn(place.Aligned.Units) || Markers.Cause.IsIn(place.Words) || Markers.Causal.IsIn(place.Words))
        && (Markers.Condition.IsIn(place.Aligned.Units) || !Markers.Limit.IsIn(place.Words))
        && (!Markers.Must.IsIn(place.Aligned.Units) || Markers.Must.IsIn(place.Words))
        && (!Markers.Only.IsIn(place.Aligned.Units) || Markers.Only.IsIn(place.Words))
        && (!Markers.Done.IsIn(place.Aligned.Units) || !Markers.Open.IsIn(place.Words));
}
