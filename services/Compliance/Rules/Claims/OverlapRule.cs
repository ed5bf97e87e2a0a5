using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>In one language, a sentence without a quote has words in common with some sentence of the source.</summary>
internal sealed class OverlapRule : IRule
{
    public string Id => "grounding.overlap";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input
            .Sentences.Index()
            .Where(sentence => sentence.Item.Support == Support.Unsupported && !sentence.Item.IsFalse)
            .Select(sentence => new Hit([]) { Sentence = sentence.Index });
}
