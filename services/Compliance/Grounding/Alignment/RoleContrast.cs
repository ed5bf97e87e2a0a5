using NewsEducator.Compliance.Grounding.Figures;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Where a sentence names two, whether each does and is there what the source says of it, or the two have changed
/// places.</summary>
internal static class RoleContrast
{
    private const int Far = 40;
    private const int Margin = 2;
    private const int MostPlaces = 3;
    private const double Sure = 0.3;

    /// <summary>In both clauses what is said stands nearer to the other's name.</summary>
    /// <returns>1: changed places. -1: each is where it belongs. 0: cannot tell.</returns>
    public static int Compare(string sentence, SourcePlace place)
    {
        var clauses = ClausesOf(sentence, place.Aligned.Units);
        if (clauses.Count < 2)
        {
            return 0;
        }

        var words = place.Aligned.Source.Spaced;
        double turned = 0,
            held = 0;
        foreach (var (at, clause) in clauses.Index())
        {
            var vote = clause.Said.Sum(unit => Vote(unit, clause.Name, clauses[at == 0 ? 1 : 0].Name, words));
            turned += vote > Sure ? 1 : 0;
            held += vote < -Sure ? 1 : 0;
        }

        return turned > 0 && held == 0 ? 1
            : held > 0 && turned == 0 ? -1
            : 0;
    }

    private sealed record Clause(SentenceUnit Name, List<SentenceUnit> Said);

    // The name of a clause is what no other clause names.
    private static List<Clause> ClausesOf(string sentence, IReadOnlyList<SentenceUnit> units)
    {
        var groups = units.GroupBy(unit => unit.ClauseOf(sentence)).Select(group => group.ToList()).ToList();
        var clauses = new List<Clause>();
        foreach (var group in groups)
        {
            var others = groups.Where(other => other != group).SelectMany(other => other).SelectMany(unit => unit.Keys).ToHashSet();
            var name = group.Find(unit => IsName(unit) && !unit.Keys.Any(others.Contains));
            var said = group.Where(unit => unit != name && !IsProper(unit) && unit.IsTelling && !unit.Keys.Any(others.Contains)).ToList();
            var isDenied = Markers.Negative.IsIn(group);
            if (name is not null && said.Count > 0 != isDenied)
            {
                // "… can, and the other cannot" says of the other nothing but that.
                clauses.Add(new Clause(name, said));
            }
        }

        return clauses.Count == 2 ? clauses : [];
    }

    private static bool IsName(SentenceUnit unit) =>
        unit.Kind == UnitKind.Name
        && unit.Text is not ([>= '0' and <= '9', ..] or ['v', >= '0' and <= '9', ..])
        && Units.Find(unit.Text) is null;

    // The second half of a name says nothing of it; a word that was left in English does.
    private static bool IsProper(SentenceUnit unit) => IsName(unit) && unit.Text.Any(char.IsAsciiLetterUpper);

    // A word that occurs in many places says little about any of them.
    private static double Vote(SentenceUnit said, SentenceUnit own, SentenceUnit other, IReadOnlyList<string> words)
    {
        var places = words.Index().Where(word => said.Keys.Contains(word.Item)).Select(word => word.Index).ToList();
        if (places.Count == 0 || places.Count > MostPlaces)
        {
            return 0;
        }

        var near = places.Min(at => Distance(words, own, at));
        var far = places.Min(at => Distance(words, other, at));
        return Math.Abs(near - far) < Margin ? 0 : (near > far ? 1.0 : -1.0) / places.Count;
    }

    private static int Distance(IReadOnlyList<string> words, SentenceUnit unit, int from)
    {
        for (var step = 0; step < Far; step++)
        {
            if (
                (from - step >= 0 && unit.Keys.Contains(words[from - step]))
                || (from + step < words.Count && unit.Keys.Contains(words[from + step]))
            )
            {
                return step;
            }
        }

        return Far;
    }
}
