namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Whether a Chinese sentence denies what an English place affirms, or the other way round.</summary>
internal static class NegationContrast
{
    private const int EnglishScope = 4;
    private const int ChineseScope = 2;

    public static bool Differs(SourcePlace place)
    {
        var units = place.Aligned.Units;
        var isDenied = Markers.Negative.IsIn(units);
        var isDeniedThere = Markers.Negative.IsIn(place.Words);
        if (isDenied == isDeniedThere)
        {
            return false;
        }

        return isDenied
            ? !Markers.NegativeLike.IsIn(place.Words) && DeniedUnits(units).Any(unit => place.Has(unit))
            : !Markers.NegativeLike.IsIn(units) && units.Any(unit => unit is { IsLight: false, Keys.Count: > 0, Kind: UnitKind.Term } && IsDeniedThere(place, unit));
    }

    /// <summary>Neither says "not", or both do of the same: nothing of the sentence is once denied and once affirmed, or denied where the place affirms it.</summary>
    public static bool Agrees(SourcePlace place)
    {
        var units = place.Aligned.Units;
        var denied = DeniedUnits(units).ToList();
        return Markers.Negative.IsIn(units) == Markers.Negative.IsIn(place.Words)
            && !units.Any(unit => !denied.Contains(unit) && denied.Exists(other => other.Text == unit.Text))
            && denied.TrueForAll(unit => !place.Has(unit) || place.Passages.Any(passage => unit.Keys.Any(passage.Set.Contains) && Markers.Negative.IsIn(passage.Words)));
    }

    private static IEnumerable<SentenceUnit> DeniedUnits(IReadOnlyList<SentenceUnit> units) =>
        units.Index().Where(each => !each.Item.IsLight && each.Item.Kind == UnitKind.Term
            && Enumerable.Range(1, ChineseScope).Any(back => each.Index >= back && Markers.Negative.IsTerm(units[each.Index - back].Text)))
            .Select(each => each.Item);

    private static bool IsDeniedThere(SourcePlace place, SentenceUnit unit)
    {
        var places = place.PlacesOf(unit).ToList();
        return places.Count > 0 && places.TrueForAll(at =>
            Enumerable.Range(1, EnglishScope).Any(back => at >= back && Markers.Negative.Has(place.Words[at - back])));
    }
}
