namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Figures and versions of a sentence that its place has otherwise: there is one of the same kind, with another value.</summary>
internal static class FigureContrast
{
    public static List<string> Find(string sentence, SourcePlace place)
    {
        var there = Read(place.Text);
        var said = Read(sentence);
        var around = place.Surroundings();
        return
        [
            .. said.Where(figure => !there.Exists(other => other.IsSame(figure)) && !figure.Keys.Overlaps(around)
                && there.Exists(other => other.Kind == figure.Kind && !said.Exists(each => each.IsSame(other))))
                .Select(figure => figure.Text).Distinct(),
        ];
    }

    // Kind is the dimension, "version", or "" for a count.
    private sealed record Figure(string Text, string Kind, IReadOnlyList<Quantity> Readings, HashSet<string> Keys)
    {
        public bool IsSame(Figure other) => Text == other.Text || Readings.Any(other.Readings.Contains);
    }

    private static List<Figure> Read(string text) =>
    [
        .. Tokens.Read(text, withCode: false)
            .Where(token => token.Kind == TokenKind.Number || NumberReading.IsCount(token.Text))
            .Select(token =>
            {
                var readings = NumberReading.Of(token).ToList();
                var unit = Units.Find(token.Unit);
                var isLone = Script.IsChinese(token.Text[0]) && token.Unit.Length == 0;
                return isLone || NumberReading.IsTimeOfDay(token.Text) ? null
                    : NumberReading.IsVersion(token.Text) ? new Figure(token.Text, "version", [], [token.Text])
                    : readings.Count == 0 || unit is null ? null
                    : new Figure($"{token.Text} {unit.Text}", unit.Dimension, [.. readings.Where(reading => reading.Dimension == unit.Dimension)], []);
            })
            .OfType<Figure>(),
    ];
}
