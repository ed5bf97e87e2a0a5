namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Whether a sentence says more than its place: of all what is said of some, as done what is planned.</summary>
internal static class ClaimStrength
{
    /// <returns>The word that says too much; null if there is none.</returns>
    public static string? Overstated(SourcePlace place) =>
        place.Aligned.Units.FirstOrDefault(unit => Markers.Universal.IsTerm(unit.Text) && !place.Has(unit)) is { } universal
        && !Markers.Universal.IsIn(place.Words) && Markers.Partial.IsIn(place.Words) && !Markers.Partial.IsIn(place.Aligned.Units)
            ? universal.Text
            : null;

    /// <returns>The word that says too early that something is done; null if there is none.</returns>
    public static string? NotYetDone(SourcePlace place) =>
        place.Aligned.Units.FirstOrDefault(unit => Markers.Done.IsTerm(unit.Text)) is { } done
        && Markers.Open.IsIn(place.Words) && !Markers.Done.IsIn(place.Words)
            ? done.Text
            : null;

    /// <summary>The place has the quantity, modality, cause and condition of the sentence, and none that the sentence leaves out.</summary>
    public static bool Agrees(SourcePlace place) =>
        Markers.Partial.IsIn(place.Aligned.Units) == Markers.Partial.IsIn(place.Words) && Holds(Markers.Universal, place) && Holds(Markers.Cause, place) && Holds(Markers.Condition, place)
        && (Markers.Condition.IsIn(place.Aligned.Units) || !Markers.Limit.IsIn(place.Words))
        && (!Markers.Done.IsIn(place.Aligned.Units) || !Markers.Open.IsIn(place.Words));

    private static bool Holds(Markers markers, SourcePlace place) => !markers.IsIn(place.Aligned.Units) || markers.IsIn(place.Words);
}
