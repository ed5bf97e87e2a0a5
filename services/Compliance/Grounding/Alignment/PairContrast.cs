namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Of two clauses, whether what each says belongs to what the other speaks of: how much nearer it stands to that in the source.
/// </summary>
internal static class PairContrast
{
    private const int Around = 3;
    private const double Halfway = 4;
    private const int MostClauses = 6;

    /// <returns>Above 0 where both clauses fit the other's subject better, at most 1; below 0 where they fit their own; 0 where there is
    /// nothing to compare.</returns>
    /// <param name="amongNames">Names, versions and figures alone are subjects; else any word is.</param>
    public static double Gain(string sentence, SourcePlace place, bool amongNames)
    {
        var clauses = ClausesOf(sentence, place);
        double? most = null;
        foreach (var (at, one) in clauses.Index())
        {
            foreach (var other in clauses.Skip(at + 1))
            {
                var (ones, others) = (Own(one, other), Own(other, one));
                foreach (var (first, second) in Subjects(ones, others, amongNames))
                {
                    var (left, right) = (Preference(ones, first, second), Preference(others, second, first));
                    if (left is { } forward && right is { } backward)
                    {
                        most = Math.Max(most ?? -1, Math.Min(forward, backward));
                    }
                }
            }
        }

        return most ?? 0;
    }

    private sealed record Word(SentenceUnit Unit, List<int> Places);

    private static List<List<Word>> ClausesOf(string sentence, SourcePlace place) =>
        [
            .. place
                .Aligned.Units.Where(unit => unit.IsTelling || Markers.Negative.IsTerm(unit.Text))
                .Where(unit => !place.Aligned.Units.Any(unit.GoesOnWith))
                .Select(unit => (Clause: unit.ClauseOf(sentence), Word: new Word(unit, PlacesOf(unit, place))))
                .Where(each => each.Word.Places.Count > 0)
                .GroupBy(each => each.Clause, each => each.Word)
                .Select(clause => clause.ToList())
                .Where(clause => clause.Count > 1)
                .Take(MostClauses),
        ];

    // Near the place, or where the source has it.
    private static List<int> PlacesOf(SentenceUnit unit, SourcePlace place)
    {
        var all = unit.Keys.SelectMany(place.Aligned.Source.PlacesOf).Order().ToList();
        var window = place.Aligned.Source.Window(place.First - Around, place.Last + Around);
        var near = all.FindAll(at => at >= window.Start.Value && at < window.End.Value);
        return near.Count > 0 ? near : all;
    }

    private static List<Word> Own(List<Word> clause, List<Word> other) =>
        clause.FindAll(word => !other.Exists(each => each.Unit.Keys.Any(word.Unit.Keys.Contains)));

    private static IEnumerable<(Word First, Word Second)> Subjects(List<Word> ones, List<Word> others, bool amongNames) =>
        from one in ones
        where IsSubject(one.Unit, amongNames)
        from other in others
        where IsSubject(other.Unit, amongNames)
        select (one, other);

    private static bool IsSubject(SentenceUnit unit, bool amongNames) =>
        amongNames ? unit.Kind != UnitKind.Term : !Markers.Negative.IsTerm(unit.Text);

    private static double? Preference(List<Word> clause, Word own, Word other)
    {
        var said = clause.FindAll(word => word != own);
        return said.Count == 0 ? null : said.Average(word => Nearness(word, other) - Nearness(word, own));
    }

    private static double Nearness(Word one, Word other)
    {
        var least = int.MaxValue;
        for (int at = 0, beside = 0; at < one.Places.Count && beside < other.Places.Count; )
        {
            var distance = one.Places[at] - other.Places[beside];
            least = Math.Min(least, Math.Abs(distance));
            (at, beside) = distance < 0 ? (at + 1, beside) : (at, beside + 1);
        }

        return Halfway / (Halfway + least);
    }
}
