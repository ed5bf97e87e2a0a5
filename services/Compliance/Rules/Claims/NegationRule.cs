using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>What the source affirms is not denied, and the other way round.</summary>
internal sealed class NegationRule : IRule
{
    public string Id => "grounding.negation";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input.Sentences.Index().Where(sentence => sentence.Item.IsNegated).Select(sentence => new Hit([]) { Sentence = sentence.Index });
}
