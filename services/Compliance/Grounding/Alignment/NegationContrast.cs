namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Whether a Chinese sentence denies what an English place affirms, or the other way round.</summary>
internal static class NegationContrast
{
    private const int EnglishScope = 4;
    private const int LackScope = 3;
    private const int NearestScope = 2;
    private const int ChineseScope = 2;
    private const int WideScope = 3;
    private const string Than = "than";

    // "Not just this" denies nothing.
    private static readonly HashSet<string> Merely = [.. WordKey.AllOf("just only merely")];

    public static bool Differs(SourcePlace place)
    {
        var units = place.Aligned.Units;
        if (Markers.Negative.IsIn(units))
        {
            return !place.Words.Any(Markers.Denies) && DeniedUnits(units).Any(unit => place.Has(unit) && units.Count(unit.IsSameWord) == 1);
        }

        var negativeLike = units.Where(unit => Markers.NegativeLike.IsTerm(unit.Text) || MostlyDenies(unit)).ToList();
        return (negativeLike.Count == 0 && units.Any(unit => IsMatter(unit) && IsLacking(place, unit)))
            || (
                Markers.Negative.IsIn(place.Words)
                && negativeLike.TrueForAll(unit => IsDeniedThere(place, unit, EnglishScope))
                && units.Any(unit => unit.IsTellingTerm && IsDeniedThere(place, unit, EnglishScope))
            );
    }

    /// <summary>Both deny something or neither does, and nothing that the sentence affirms is denied there.</summary>
    public static bool Agrees(SourcePlace place)
    {
        var units = place.Aligned.Units;
        var doBoth = Markers.Negative.IsIn(units)
            ? place.Words.Any(Markers.Denies)
            : !Markers.Negative.IsIn(place.Words) || units.Any(Denies);
        return doBoth && !AffirmsDenied(place);
    }

    /// <summary>The place denies something of which the sentence speaks: "no more than ten" and "not just this" deny nothing.</summary>
    public static bool DeniesSomething(SourcePlace place)
    {
        var words = place.Spaced;
        HashSet<string> said = [.. place.Aligned.Units.Where(unit => unit.IsTelling).SelectMany(unit => unit.Keys)];
        return words
            .Index()
            .Where(word => Markers.Negative.Has(word.Item))
            .Select(word => words.Skip(word.Index + 1).Take(EnglishScope).ToList())
            .Any(behind =>
                behind is not [_, Than, ..] && !(behind is [var next, ..] && Merely.Contains(next)) && behind.Exists(said.Contains)
            );
    }

    /// <summary>The sentence affirms a word that is denied wherever it stands there.</summary>
    public static bool AffirmsDenied(SourcePlace place)
    {
        var units = place.Aligned.Units;
        return units
            .Index()
            .Any(unit =>
                unit.Item.IsTellingTerm
                && !Denies(unit.Item)
                && !units.Take(unit.Index).TakeLast(WideScope).Any(Denies)
                && IsDeniedThere(place, unit.Item, NearestScope)
            );
    }

    /// <summary>The sentence denies a word that stands there with nothing before it that denies.</summary>
    public static bool DeniesAffirmed(SourcePlace place) =>
        DeniedUnits(place.Aligned.Units).Any(unit => place.Has(unit) && !unit.Keys.Any(Markers.Denies) && !IsDeniedSomewhere(place, unit));

    /// <returns>What stands right behind a "not".</returns>
    public static IEnumerable<SentenceUnit> DeniedUnits(IReadOnlyList<SentenceUnit> units) =>
        units
            .Index()
            .Where(each => each.Item is { IsLight: false, Kind: UnitKind.Term })
            .Where(each => units.Take(each.Index).TakeLast(ChineseScope).Any(unit => Markers.Negative.IsTerm(unit.Text)))
            .Select(each => each.Item);

    /// <summary>It denies or weakens what it stands with.</summary>
    public static bool Denies(SentenceUnit unit) => Markers.Negative.IsTerm(unit.Text) || Markers.NegativeLike.IsTerm(unit.Text);

    // One of many glosses does not make a word a denial: 先 may be "before", which is also said of what did not come to pass.
    private static bool MostlyDenies(SentenceUnit unit) => unit.Keys.Count > 0 && 2 * unit.Keys.Count(Markers.Denies) >= unit.Keys.Count;

    private static bool IsMatter(SentenceUnit unit) =>
        unit.IsTellingTerm
        && !Markers.Cause.IsTerm(unit.Text)
        && !Markers.Condition.IsTerm(unit.Text)
        && !Markers.Partial.IsTerm(unit.Text);

    private static bool IsLacking(SourcePlace place, SentenceUnit unit) =>
        StandsBehind(place, unit, LackScope, key => Markers.Negative.Has(key) || Markers.Lack.Has(key));

    private static bool IsDeniedThere(SourcePlace place, SentenceUnit unit, int scope) =>
        StandsBehind(place, unit, scope, Markers.Negative.Has);

    private static bool IsDeniedSomewhere(SourcePlace place, SentenceUnit unit) =>
        place.PlacesOf(unit).Any(at => place.Words.Take(at).TakeLast(EnglishScope).Any(Markers.Denies));

    // Wherever it stands. A "not" of another clause denies nothing in this one.
    private static bool StandsBehind(SourcePlace place, SentenceUnit unit, int scope, Predicate<string> denies)
    {
        var words = place.Spaced;
        var places = words.Index().Where(word => unit.Keys.Contains(word.Item)).Select(word => word.Index).ToList();
        return places.Count > 0
            && places.TrueForAll(at =>
                Enumerable.Range(1, scope).Any(back => at >= back && denies(words[at - back]) && !Merely.Contains(words[at - back + 1]))
            );
    }
}
