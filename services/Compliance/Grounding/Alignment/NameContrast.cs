using System.Text.RegularExpressions;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Names that the sentence has and its place has not, although the place names something else of the kind or somebody else.</summary>
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
            .. place.Aligned.Units
                .Where(unit => unit.Kind == UnitKind.Name && !char.IsAsciiDigit(unit.Text[0]) && !place.Has(unit))
                .Where(unit => IsSayer(sentence, unit)
                    ? !unit.Keys.Any(around.Contains) || IsSignedByAnother(place, unit)
                    : place.Coverage >= MostOfIt && !unit.Keys.Any(before.Contains) && IsCode(sentence, unit) && HasOtherCode(sentence, place))
                .Select(unit => unit.Text).Distinct(),
        ];
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

    [GeneratedRegex(@"`[^`]+`|\b\w+(?:[._:]+\w+)+\b|\b[a-z]+[A-Z]\w*", RegexOptions.ECMAScript)]
    private static partial Regex Code();
}
