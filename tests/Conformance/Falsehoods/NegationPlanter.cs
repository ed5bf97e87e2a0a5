using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>Says the contrary: with an added or removed negation, or with the opposite direction.</summary>
internal sealed partial class NegationPlanter : SentencePlanter
{
    private static readonly string[][] Opposites =
    [
        ["increase", "decrease"],
        ["increases", "decreases"],
        ["increased", "decreased"],
        ["rose", "fell"],
        ["higher", "lower"],
        ["faster", "slower"],
        ["more", "less"],
        ["before", "after"],
        ["enabled", "disabled"],
        ["enable", "disable"],
        ["added", "removed"],
        ["always", "never"],
        ["better", "worse"],
        ["larger", "smaller"],
        ["above", "below"],
        ["safe", "unsafe"],
        ["supported", "unsupported"],
        ["with", "without"],
        ["allows", "prevents"],
        ["affected", "unaffected"],
        ["possible", "impossible"],
        ["上升", "下降"],
    ];

    private static readonly FrozenDictionary<string, string> Contrary = Opposites
        .SelectMany(pair => new[] { KeyValuePair.Create(pair[0], pair[1]), KeyValuePair.Create(pair[1], pair[0]) })
        .ToFrozenDictionary();

    public override string Kind => "negation";

    protected override IEnumerable<(Match Piece, string By)> Changes(Claim claim, Snapshot source, Others others, Random random) =>
        Negated()
            .Matches(claim.Sentence)
            .Select(match => (match, WithoutNot(match.Value)))
            .Concat(Plain().Matches(claim.Sentence).Select(match => (match, match.Value == "can" ? "cannot" : $"{match.Value} not")))
            .Concat(
                Direction()
                    .Matches(claim.Sentence)
                    .Where(match => Contrary.ContainsKey(match.Value))
                    .Select(match => (match, Contrary[match.Value]))
            );

    private static string WithoutNot(string negated) =>
        negated switch
        {
            "cannot" or "can't" or "can not" => "can",
            "won't" => "will",
            _ => negated.EndsWith(" not", StringComparison.Ordinal) ? negated[..^4] : negated[..^3],
        };

    [GeneratedRegex(
        @"(?<!`[^`]*)\b(?:cannot|(?:is|are|was|were|can|could|will|would|does|do|did|should|has|have|must)(?: not|n't)|can't|won't)\b"
    )]
    private static partial Regex Negated();

    [GeneratedRegex(@"(?<!`[^`]*)\b(?:is|are|was|were|can|could|will|would|should|must)\b(?! not|n't|'t)(?= [a-z])")]
    private static partial Regex Plain();

    [GeneratedRegex(@"(?<!`[^`]*)\b[a-z]+\b|上升|下降")]
    private static partial Regex Direction();
}
