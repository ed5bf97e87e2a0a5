using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>The quote given for a claim is in the source, word for word.</summary>
internal sealed class VerbatimQuoteRule : IRule
{
    public string Id => "grounding.quote";

    public Severity Severity => Severity.Verify;

    private const int Shown = 120;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input
            .Sentences.Index()
            .Where(sentence => sentence.Item.FalseQuote is not null)
            .Select(sentence => new Hit(PlainText.Line(sentence.Item.FalseQuote, Shown)) { Sentence = sentence.Index });
}
