using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>What a sentence puts between quotation marks is what the source says.</summary>
internal sealed class QuotationMarksRule : IRule
{
    public string Id => "grounding.quotation";

    public Severity Severity => Severity.Verify;

    private const int Shown = 120;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input
            .Sentences.Index()
            .Where(sentence => sentence.Item.FalseWords is not null)
            .Select(sentence => new Hit(PlainText.Line(sentence.Item.FalseWords, Shown)) { Sentence = sentence.Index });
}
