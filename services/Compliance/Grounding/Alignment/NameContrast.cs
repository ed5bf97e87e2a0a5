using System.Text.RegularExpressions;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Names that the sentence has and its place has not, although the place names something else of the kind or somebody
/// else.</summary>
internal static partial class NameContrast
{
    // A name may have been said right before; only a place that has most of the sentence without it has another instead.
    private const double MostOfIt = 0.5;

    private const int SignatureWithin = 400;

    public static List<string> Find(string sentence, SourcePlace place)
    {
        var around = place.Surroundings();
        var before = place.WithBefore();
        return
        [
            .. place
                .Aligned.Units.Where(unit => unit.Kind == UnitKind.Name && !char.IsAsciiDigit(unit.Text[0]) && !place.Has(unit))
                .Where(unit =>
                    IsSayer(sentence, unit)
                        ? !unit.Keys.Any(around.Contains) || IsSignedByAnother(place, unit)
                        : place.Coverage >= MostOfIt
                            && !unit.Keys.Any(before.Contains)
                            && IsCode(sentence, unit)
                            && HasOtherCode(sentence, place)
                )
                .Select(unit => unit.Text)
                .Distinct(),
        ];
    }

    /// <summary>Whether what the sentence says of a name stands nearer to another name there, so that which is meant is open.</summary>
    public static bool HasRivals(string sentence, SourcePlace place)
    {
        var rivals = Code()
            .Matches(place.Text)
            .Concat(Proper().Matches(place.Text))
            .Select(name => name.Value.Trim('`'))
            .Where(name => !sentence.Contains(name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(name => WordKey.AllOf(name))
            .ToHashSet();
        return place
            .Aligned.Units.Where(unit => unit.Kind == UnitKind.Name && place.Has(unit) && !char.IsAsciiDigit(unit.Text[0]))
            .Any(unit =>
                place
                    .Aligned.Units.Where(other => other is { Kind: UnitKind.Term, IsLight: false } && place.Has(other))
                    .MinBy(other => Math.Abs(other.Start - unit.Start))
                    is { } said
                && Distance(place, said, rivals) < Distance(place, said, [.. unit.Keys])
            );
    }

    private static int Distance(SourcePlace place, SentenceUnit said, HashSet<string> names)
    {
        var words = place.Spaced.Index().ToList();
        var ones = words.FindAll(word => said.Keys.Contains(word.Item)).ConvertAll(word => word.Index);
        var others = words.FindAll(word => names.Contains(word.Item)).ConvertAll(word => word.Index);
        return ones.Count == 0 || others.Count == 0 ? int.MaxValue : ones.Min(one => others.Min(other => Math.Abs(one - other)));
    }

    // What somebody else's name stands under is not this one's.
    private static bool IsSignedByAnother(SourcePlace place, SentenceUnit unit) =>
        Signature().Match(place.Behind(SignatureWithin)) is { Success: true } signature
        && !WordKey.AllOf(signature.Groups[1].Value).Exists(unit.Keys.Contains);

    private static bool HasOtherCode(string sentence, SourcePlace place) =>
        Code().Matches(place.Text).Any(code => !sentence.Contains(code.Value.Trim('`'), StringComparison.OrdinalIgnoreCase));

    private static bool IsCode(string sentence, SentenceUnit unit) =>
        Code().Matches(sentence).Any(code => unit.Start >= code.Index && unit.Start < code.Index + code.Length);

    private static bool IsSayer(string sentence, SentenceUnit unit) => Markers.Say.StartsAt(sentence, unit.Start + unit.Text.Length);

    [GeneratedRegex(@"^[> ]*(?:—|–|--) *\[?@?(\w[\w-]*)", RegexOptions.Multiline)]
    private static partial Regex Signature();

    // Written large in the middle of a sentence.
    [GeneratedRegex(@"(?<=[a-z,] )[A-Z][\w-]+", RegexOptions.ECMAScript)]
    private static partial Regex Proper();

    [GeneratedRegex(@"`[^`]+`|\b\w+(?:[._:]+\w+)+\b|\b[a-z]+[A-Z]\w*", RegexOptions.ECMAScript)]
    private static partial Regex Code();
}
