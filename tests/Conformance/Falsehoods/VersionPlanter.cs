using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>The version before or after, or another major one.</summary>
internal sealed partial class VersionPlanter : SentencePlanter
{
    public override string Kind => "version";

    protected override IEnumerable<(Match Piece, string By)> Changes(Claim claim, Snapshot source, Others others, Random random) =>
        Version().Matches(claim.Sentence).Select(match => (match, Other(match.Value, random)));

    private static string Other(string version, Random random)
    {
        var numbers = version.TrimStart('v').Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        numbers[random.Next(2) == 0 ? 0 : ^1] += random.Next(1, 4);
        return (version[0] == 'v' ? "v" : "") + string.Join('.', numbers);
    }

    [GeneratedRegex(
        @"(?<![\w.,:/#`@+-])(?:v?\d{1,4}\.\d{1,4}\.\d{1,4}|v\d{1,3}(?:\.\d{1,3})?|(?<=[A-Z]\w+ )\d{1,2}(?:\.\d{1,3})?(?! ?%| (?:ms|s|seconds|minutes|hours|days|years|and|to)\b))(?![\w.,:/`+-]*[\d`])(?!\w)"
    )]
    private static partial Regex Version();
}
