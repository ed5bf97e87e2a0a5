using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>One more, ten times as many, another digit, or half as much again.</summary>
internal sealed partial class NumberPlanter : SentencePlanter
{
    private static readonly string[] Words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    public override string Kind => "number";

    protected override IEnumerable<(Match Piece, string By)> Changes(Claim claim, Snapshot source, Others others, Random random) =>
        Number()
            .Matches(claim.Sentence)
            .Where(match => !match.Value.EndsWith(','))
            .Select(match => (match, Other(match.Value, random)))
            .Concat(
                Word()
                    .Matches(claim.Sentence)
                    .Select(match => (match, Words[(Array.IndexOf(Words, match.Value) + random.Next(1, Words.Length)) % Words.Length]))
            );

    private static string Other(string number, Random random)
    {
        var value = decimal.Parse(number.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var other = random.Next(4) switch
        {
            0 => value + 1,
            1 => value * 10,
            2 => value + 30,
            _ => decimal.Ceiling(value * 1.5m) + 1,
        };
        return other.ToString("0.##", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<![\w.,:/#`@+-]|[A-Z]\w* )\d[\d,]*(?:\.\d+)?(?![\d.,:/`+-]*[\d`])(?!\.x|\w{4})")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:two|three|four|five|six|seven|eight|nine|ten)\b")]
    private static partial Regex Word();
}
