namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Looks for causes, conditions and denials that the place does not bear out.</summary>
internal static class Doubtful
{
    private const double Related = 0.35;
    private const double MostOfIt = 0.5;
    private const int FarApart = 2;
    private const int ChineseScope = 2;

    public static IEnumerable<Doubt> Find(string sentence, SourcePlace place, bool isQuote)
    {
        if (!isQuote && place.Coverage < Related)
        {
            yield break;
        }

        foreach (var doubt in new[] { Cause(place), Condition(place), Denial(sentence, place) }.OfType<Doubt>())
        {
            yield return doubt;
        }
    }

    // Two things of which one is said to have caused the other, mentioned in places far apart.
    private static Doubt? Cause(SourcePlace place)
    {
        var units = place.Aligned.Units;
        var at = units.Index().FirstOrDefault(unit => Markers.Causal.IsTerm(unit.Item.Text), (-1, null!)).Item1;
        if (at < 0 || Markers.Causal.IsIn(place.Words))
        {
            return null;
        }

        var (first, second) = (Enumerable.Range(0, at), Enumerable.Range(at + 1, units.Count - at - 1));
        if (first.Any(unit => IsThere(place, unit)) && second.Any(unit => IsThere(place, unit)))
        {
            return null;
        }

        var (before, after) = (BestOf(place, first), BestOf(place, second));
        return before >= 0 && after >= 0 && Math.Abs(before - after) >= FarApart ? new Doubt("grounding.cause", units[at].Text) : null;
    }

    private static bool IsThere(SourcePlace place, int unit) =>
        place.Aligned.Units[unit] is { IsTelling: true } telling && place.Has(telling);

    private static int BestOf(SourcePlace place, IEnumerable<int> units)
    {
        var telling = units.Where(unit => place.Aligned.Units[unit].IsTelling).ToList();
        return telling.Count < 2
            ? -1
            : Enumerable
                .Range(0, place.Aligned.Source.All.Count)
                .Select(passage =>
                    (Passage: passage, Weight: telling.Where(unit => place.Aligned.Has(passage, unit)).Sum(place.Aligned.WeightOf))
                )
                .Where(each => each.Weight > 0)
                .OrderByDescending(each => each.Weight)
                .ThenBy(each => Math.Abs(each.Passage - place.First))
                .Select(each => each.Passage)
                .FirstOrDefault(-1);
    }

    private static Doubt? Condition(SourcePlace place) =>
        place.Aligned.Units.FirstOrDefault(unit => Markers.Strict.IsTerm(unit.Text)) is { } strict
        && !Markers.Strict.IsIn(place.WithBefore())
            ? new Doubt("grounding.condition", strict.Text)
            : null;

    // One and the same word, denied in the sentence, and affirmed in each passage that has it.
    private static Doubt? Denial(string sentence, SourcePlace place)
    {
        if (place.Coverage < MostOfIt)
        {
            return null;
        }

        var units = place.Aligned.Units;
        var denied = units
            .Index()
            .Where(unit =>
                unit.Item.IsTellingTerm
                && place.Has(unit.Item)
                && IsDenied(sentence, units, unit.Index)
                && units.Count(unit.Item.IsSameWord) == 1
            )
            .Select(unit => unit.Item)
            .FirstOrDefault(unit =>
                !place.Passages.Any(passage => unit.Keys.Any(passage.Set.Contains) && passage.Words.Any(Markers.Denies))
            );
        return denied is null ? null : new Doubt("grounding.denial", denied.Text);
    }

    private static bool IsDenied(string sentence, IReadOnlyList<SentenceUnit> units, int at) =>
        units
            .Take(at)
            .TakeLast(ChineseScope)
            .Any(unit => Markers.Negative.IsTerm(unit.Text) && unit.ClauseOf(sentence) == units[at].ClauseOf(sentence));
}

/// <summary>A part of a sentence that the place does not bear out.</summary>
/// <param name="Rule">Id of the rule that tells it.</param>
/// <param name="Text">The part, in the sentence's words.</param>
internal sealed record Doubt(string Rule, string Text)
{
    /// <summary>Rule of what the whole of the sentence makes unlikely.</summary>
    public const string Unlikely = "grounding.unlikely";
}
