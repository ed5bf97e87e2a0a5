using NewsEducator.Compliance.Grounding.Figures;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Figures and versions of a sentence that its place has otherwise: there is one of the same kind, with another value.</summary>
internal static class FigureContrast
{
    private const double MostOfIt = 0.5;
    private const double NearlyAll = 0.9;
    private const int Margin = 3;

    public static List<string> Find(string sentence, SourcePlace place)
    {
        var there = Read(place.Text);
        var said = Read(sentence);
        var around = place.Surroundings();
        said.RemoveAll(figure => figure.Kind.Length == 0 && place.Coverage < MostOfIt);
        return
        [
            .. said.Where(figure =>
                    there.Exists(other => other.IsSame(figure))
                        ? !IsRounded(sentence, figure) && BelongsToAnother(figure, Rivals(figure, said, there), place)
                        : !figure.Keys.Overlaps(around) && !there.Exists(figure.IsRoundedFrom) && Rivals(figure, said, there).Count > 0
                )
                .Select(figure => figure.Text)
                .Distinct(),
        ];
    }

    /// <summary>Whether the place has a further figure of the kind, so that which belongs to what is open.</summary>
    public static bool HasRivals(string sentence, SourcePlace place)
    {
        var (said, there) = (Read(sentence), Read(place.Text));
        return said.Exists(figure => figure.Kind.Length > 0 && Rivals(figure, said, there).Count > 0);
    }

    private static List<Figure> Rivals(Figure figure, List<Figure> said, List<Figure> there) =>
        there.FindAll(other => other.Kind == figure.Kind && other.Value != "0" && !said.Exists(each => each.IsSame(other)));

    // What stands next to the figure in the sentence stands nearer to another figure there.
    private static bool BelongsToAnother(Figure figure, List<Figure> rivals, SourcePlace place)
    {
        var neighbour =
            rivals.Count == 0 || figure.Kind.Length == 0 || place.Coverage < NearlyAll
                ? null
                : place
                    .Aligned.Units.Where(unit =>
                        unit is { Kind: not UnitKind.Number, IsLight: false } && unit.Start < figure.Start && place.Has(unit)
                    )
                    .LastOrDefault();
        if (neighbour is null)
        {
            return false;
        }

        // In "from 210 to 880" the first stands nearer to the verb, and the second is what was reached.
        List<string> others =
        [
            .. rivals
                .Select(rival => rival.Value)
                .Where(value => !place.Words.Zip(place.Words.Skip(1)).Any(pair => pair.First == "from" && pair.Second == value)),
        ];
        return Distance(place, neighbour, others) + Margin <= Distance(place, neighbour, [figure.Value]);
    }

    private static int Distance(SourcePlace place, SentenceUnit unit, List<string> figures)
    {
        var ones = place.Spaced.Index().Where(word => unit.Keys.Contains(word.Item)).Select(word => word.Index).ToList();
        var others = place.Spaced.Index().Where(word => figures.Contains(word.Item)).Select(word => word.Index).ToList();
        return ones.Count == 0 || others.Count == 0 ? int.MaxValue / 2 : ones.Min(one => others.Min(other => Math.Abs(one - other)));
    }

    // 约 6 小时 sums up what the source has more exactly.
    private static bool IsRounded(string sentence, Figure figure) =>
        sentence.AsSpan(0, figure.Start).TrimEnd(' ') is [.., '约' or '近' or '超' or '过'];

    // The parts of a date may be spread over several sentences.
    private static bool IsOfDate(string text, Token token) =>
        text.AsSpan(token.Start + token.Text.Length).TrimStart(' ') is ['年' or '月' or '日' or '号' or '点', ..];

    // Kind is the dimension, "version", or "" for a count.
    private sealed record Figure(string Text, string Kind, int Start, string Value, IReadOnlyList<Quantity> Readings, HashSet<string> Keys)
    {
        public bool IsMarked { get; init; }

        public bool IsSame(Figure other) => Text == other.Text || Readings.Any(other.Readings.Contains);

        /// <summary>It says that it is rounded, and the other is more exact.</summary>
        public bool IsRoundedFrom(Figure other) =>
            IsMarked
            && Readings.Any(reading =>
                other.Readings.Any(exact =>
                    exact.Dimension == reading.Dimension && Rounding.Gives(exact.Value, reading.Value, Text.Split(' ')[0])
                )
            );
    }

    private static List<Figure> Read(string text) =>
        [
            .. Tokens
                .Read(text, withCode: false)
                .Where(token => token.Kind == TokenKind.Number || NumberReading.IsCount(token.Text))
                .Select(token => Read(text, token) is { } figure ? figure with { IsMarked = Rounding.IsMarked(text, token) } : null)
                .OfType<Figure>(),
        ];

    private static Figure? Read(string text, Token token)
    {
        var readings = NumberReading.Of(token).ToList();
        var unit = Units.Find(token.Unit);
        var isLone = Script.IsChinese(token.Text[0]) && token.Unit.Length == 0;
        return isLone || NumberReading.IsTimeOfDay(token.Text) ? null
            : NumberReading.IsVersion(token.Text) ? new Figure(token.Text, "version", token.Start, token.Text, [], [token.Text])
            : readings.Count == 0 ? null
            : unit is null
                ? (
                    token.Text.Contains('.') || token.Text == "两" || IsOfDate(text, token)
                        ? null
                        : new Figure(
                            token.Text,
                            "",
                            token.Start,
                            "",
                            readings,
                            [.. readings.Select(reading => Passages.NumberKey(reading.Value))]
                        )
                )
            : new Figure(
                $"{token.Text} {unit.Text}",
                unit.Dimension,
                token.Start,
                Passages.NumberKey(NumberReading.ValueOf(token.Text) ?? 0),
                [.. readings.Where(reading => reading.Dimension == unit.Dimension)],
                []
            );
    }
}
