using System.Text.RegularExpressions;
using NewsEducator.Compliance.Grounding.Contradictions;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>What goes up in one of two texts and down in the other, and what changes from one thing into another the other way
/// round.</summary>
internal static partial class DirectionContrast
{
    private static readonly string[] Into =
    [
        "变成",
        "变为",
        "改成",
        "改为",
        "换成",
        "换为",
        "升级到",
        "迁移到",
        "迁到",
        "升到",
        "升至",
        "涨到",
        "增至",
        "降到",
        "降至",
        "减至",
        "跌到",
        "转为",
        "转成",
        "切换到",
        "变",
        "到",
        "转向",
    ];

    // They lead on from the sentence before and order nothing in this one.
    private static readonly string[] Onwards = ["此后", "后来", "随后", "然后", "此前", "其后", "接着"];
    private static readonly string[] Once = ["previously", "formerly", "was", "were", "used", "before", "old", "originally"];

    /// <returns>The word of the sentence whose opposite stands there; null if there is none.</returns>
    public static string? Find(string sentence, SourcePlace place) => Opposite(place) ?? TurnedCode(sentence, place) ?? TurnedRound(place);

    /// <summary>What it says depends on which comes first: from one to the other, one before, above or instead of the other.</summary>
    public static bool DependsOnOrder(string sentence) => Order().IsMatch(sentence);

    private static string? Opposite(SourcePlace place)
    {
        var units = place
            .Aligned.Units.Where(unit => unit.IsTellingTerm && !Onwards.Contains(unit.Text))
            .Where(unit => !Markers.Negative.IsTerm(unit.Text))
            .Except(NegationContrast.DeniedUnits(place.Aligned.Units))
            .ToList();
        foreach (var (one, other) in Polarity.KeyPairs)
        {
            if (Said(units, place, one, other) is { } word || (word = Said(units, place, other, one)) is not null)
            {
                return word;
            }
        }

        return null;
    }

    // Said on this side alone, and there on the other side alone.
    private static string? Said(List<SentenceUnit> units, SourcePlace place, IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var said = units.Find(unit => !place.Has(unit) && unit.Keys.Any(one.Contains) && !unit.Keys.Any(other.Contains));
        return
            said is not null
            && !place.Words.Any(one.Contains)
            && place.Words.Any(other.Contains)
            && !units.Exists(unit => unit.Keys.Any(other.Contains))
            ? said.Text
            : null;
    }

    private static string? TurnedRound(SourcePlace place)
    {
        var (from, to) = Ends(place);
        if (from is null || to is null)
        {
            return null;
        }

        List<int> froms = [.. place.PlacesOf(from)],
            tos = [.. place.PlacesOf(to)];

        var origin = place.Words.Index().Where(word => word.Item == "from").Select(word => word.Index).ToList();
        var isTurned =
            origin.Count > 0
                ? origin.Exists(at => Next(tos, at) < Next(froms, at)) && !origin.Exists(at => Next(froms, at) < Next(tos, at))
                : tos[0] < froms[0] && Once.Any(word => place.Words.Take(tos[0]).Contains(word));
        return isTurned ? $"{from.Text} → {to.Text}" : null;
    }

    private static string? TurnedCode(string sentence, SourcePlace place)
    {
        if (CodeFromTo().Match(sentence) is not { Success: true } match)
        {
            return null;
        }

        var text = new WhitespaceNormalizedText(place.Text);
        List<int> froms = text.FindWords(match.Groups[1].Value),
            tos = text.FindWords(match.Groups[2].Value);
        var origin = FromCode().Match(place.Text);
        var isTurned =
            froms.Count > 0
            && tos.Count > 0
            && (
                origin.Success
                    ? origin.Groups[1].Value == match.Groups[2].Value
                    : tos[0] < froms[0] && Once.Any(word => place.Words.Contains(word))
            );
        return isTurned ? $"{match.Groups[1].Value} → {match.Groups[2].Value}" : null;
    }

    [GeneratedRegex("[从由] ?`([^`]+)`[^，。；`]{0,8}[成为到至] ?了? ?`([^`]+)`")]
    private static partial Regex CodeFromTo();

    [GeneratedRegex(
        "[从由自].{1,30}(?:[到至成为]|[迁移搬换转改退降升切][回入出往向了成为])|比[^较例如]|取代|替代|替换|代替|改[为成用由]|[换变转][成为]|迁[移到]|[移搬]到|先.{1,20}[再后]|之前|之后|以前|以后|高于|低于|优于|早于|晚于|多于|少于|则|而不是|而非"
    )]
    private static partial Regex Order();

    [GeneratedRegex("\\bfrom `([^`]+)`")]
    private static partial Regex FromCode();

    private static int Next(List<int> places, int at) => places.Where(place => place > at).DefaultIfEmpty(int.MaxValue).First();

    /// <returns>What the sentence says that something changed from and to.</returns>
    private static (SentenceUnit? From, SentenceUnit? To) Ends(SourcePlace place)
    {
        var units = place.Aligned.Units;
        var first = units.Index().FirstOrDefault(IsFrom, (-1, null!)).Item1;
        var turn = first < 0 ? -1 : units.Index().Skip(first).FirstOrDefault(unit => Into.Contains(unit.Item.Text), (-1, null!)).Item1;
        if (turn < 0)
        {
            return (null, null);
        }

        // The nearest: "two teams publish from one ledger; the p99 rose from 18 to 20".
        var start = units.Index().Take(turn).Last(IsFrom).Index;

        var before = units.Take(turn).Skip(start + 1).Where(unit => unit.IsTelling && place.Has(unit)).ToList();
        var after = units.Skip(turn + 1).Where(unit => unit.IsTelling && place.Has(unit)).ToList();
        var from = before.Find(unit => !after.Exists(other => other.Keys.SequenceEqual(unit.Keys)));
        var to = after.Find(unit => !before.Exists(other => other.Keys.SequenceEqual(unit.Keys)));
        return (from, to);
    }

    private static bool IsFrom((int Index, SentenceUnit Item) unit) => unit.Item.Text is "从" or "由";
}
