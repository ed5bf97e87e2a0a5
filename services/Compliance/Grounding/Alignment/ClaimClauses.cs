namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>The clauses of a sentence, and how much of each its place has with its neighbours.</summary>
internal static class ClaimClauses
{
    /// <summary>A clause that says something of the matter.</summary>
    /// <param name="Number">As <see cref="SentenceUnit.ClauseOf"/> counts.</param>
    /// <param name="Share">Of its weight, 0 to 1.</param>
    internal sealed record Clause(int Number, double Share);

    public static IReadOnlyList<Clause> Of(string sentence, SourcePlace place)
    {
        var around = place.WithNeighbours();
        var clauses = new SortedDictionary<int, (double Found, double Whole)>();
        foreach (var (at, unit) in place.Aligned.Units.Index().Where(unit => unit.Item.Kind != UnitKind.Term || !unit.Item.IsLight))
        {
            var number = unit.ClauseOf(sentence);
            var (found, whole) = clauses.GetValueOrDefault(number);
            var weight = place.Aligned.WeightOf(at);
            clauses[number] = (found + (unit.Keys.Any(around.Contains) ? weight : 0), whole + weight);
        }

        return [.. clauses.Where(each => each.Value.Whole > 0).Select(each => new Clause(each.Key, each.Value.Found / each.Value.Whole))];
    }
}
