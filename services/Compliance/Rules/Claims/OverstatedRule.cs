using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>What the source says of some is not said of all.</summary>
internal sealed class OverstatedRule : IRule
{
    public string Id => "grounding.quantity";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input
            .Sentences.Index()
            .Where(sentence => sentence.Item.Overstated is not null)
            .Select(sentence => new Hit(sentence.Item.Overstated!) { Sentence = sentence.Index });
}
