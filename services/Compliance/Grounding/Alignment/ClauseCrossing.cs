namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Whether of a sentence with two clauses a word of each stands nearer to the other clause's words there, so that what goes with
/// what is open.</summary>
internal static class ClauseCrossing
{
    private const int Gap = 4;
    private const int Margin = 1;
    private static readonly HashSet<string> Contrasts = ["则", "而", "却"];
    private static readonly HashSet<string> Coordinations = [.. WordKey.AllOf("and but or while whereas")];

    /// <returns>Null where nothing is crossed; else whether both clauses say a word alike, or the second is set against the first: "one is
    /// …, the other is …".</returns>
    public static bool? Find(string sentence, SourcePlace place)
    {
        var words = WordsOf(place);
        var clauses = place
            .Aligned.Units.Where(unit => unit.Kind != UnitKind.Term || unit.IsTellingTerm)
            .Select(unit => (Unit: unit, Places: PlacesOf(unit, words)))
            .Where(each => each.Places.Count > 0)
            .GroupBy(each => each.Unit.ClauseOf(sentence))
            .Select(clause => clause.ToList())
            .Where(clause => clause.Count > 1)
            .ToList();
        if (clauses is not [var one, var other])
        {
            return null;
        }

        var shared = KeysOf(one);
        shared.IntersectWith(KeysOf(other));
        return AreCrossed(Own(one, shared), Own(other, shared))
            ? shared.Count > 0 || place.Aligned.Units.Any(unit => Contrasts.Contains(unit.Text))
            : null;
    }

    private static bool AreCrossed(List<List<int>> ones, List<List<int>> others) =>
        ones.Count > 1
        && others.Count > 1
        && ones.Exists(one =>
            others.Exists(other =>
                Distance(one, Without(ones, one)) > Distance(one, Without(others, other)) + Margin
                && Distance(other, Without(others, other)) > Distance(other, Without(ones, one)) + Margin
            )
        );

    private static IEnumerable<List<int>> Without(List<List<int>> places, List<int> left) => places.Where(each => each != left);

    private static int Distance(List<int> one, IEnumerable<List<int>> others) =>
        others.SelectMany(other => other).Min(at => one.Min(own => Math.Abs(own - at)));

    private static List<List<int>> Own(List<(SentenceUnit Unit, List<int> Places)> clause, HashSet<string> shared) =>
        [.. clause.Where(each => !each.Unit.Keys.Any(shared.Contains)).Select(each => each.Places)];

    private static HashSet<string> KeysOf(List<(SentenceUnit Unit, List<int> Places)> clause) =>
        [.. clause.SelectMany(each => each.Unit.Keys)];

    private static List<int> PlacesOf(SentenceUnit unit, List<string> words) =>
        [.. words.Index().Where(word => unit.Keys.Contains(word.Item)).Select(word => word.Index)];

    // What "and" joins stands farther apart.
    private static List<string> WordsOf(SourcePlace place) =>
        [.. place.Spaced.SelectMany(word => Coordinations.Contains(word) ? Enumerable.Repeat("", Gap).Append(word) : [word])];
}
