using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>What rose in the source does not fall in the summary.</summary>
internal sealed class DirectionRule : IRule
{
    public string Id => "grounding.direction";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input
            .Sentences.Index()
            .Where(sentence => sentence.Item.Reversed is not null)
            .Select(sentence => new Hit(sentence.Item.Reversed!) { Sentence = sentence.Index });
}
