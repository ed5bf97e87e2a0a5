using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>What the source plans or proposes is not said to be done.</summary>
internal sealed class StatusRule : IRule
{
    public string Id => "grounding.status";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input
            .Sentences.Index()
            .Where(sentence => sentence.Item.NotYetDone is not null)
            .Select(sentence => new Hit(sentence.Item.NotYetDone!) { Sentence = sentence.Index });
}
