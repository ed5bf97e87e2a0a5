using System.Text.RegularExpressions;
using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>"The fastest" and "the only one" are claims: a source that never speaks in superlatives does not make them.</summary>
internal sealed partial class SuperlativeRule : IRule
{
    public string Id => "grounding.superlative";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var claimed = input
            .Sentences.Index()
            .Where(sentence => sentence.Item.Support != Support.Inference)
            .Select(sentence => (sentence.Index, Match: Claimed().Match(sentence.Item.Check.Text)))
            .Where(sentence => sentence.Match.Success)
            .ToList();
        return claimed.Count == 0 || Made().IsMatch(input.Snapshot.Text)
            ? []
            : claimed.Select(sentence => new Hit(sentence.Match.Value) { Sentence = sentence.Index });
    }

    [GeneratedRegex(
        @"史上最|世界第一|业界第一|全球首|首个|唯一|最快|最强|最好|最佳|最差|最严重|彻底解决|完全杜绝|\b(?:fastest|slowest|largest|biggest|worst|best|world's first|first ever|unprecedented)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Claimed();

    [GeneratedRegex(
        @"最|唯一|首个|第一|彻底|完全|\b(?:\w{1,12}est|first|only|most|worst|completely|entirely|fully|unprecedented)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Made();
}
