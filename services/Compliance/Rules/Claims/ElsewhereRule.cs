using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>A number or name that the source has must stand where the source speaks of the sentence's matter.</summary>
internal sealed class ElsewhereRule : IRule
{
    public string Id => "grounding.elsewhere";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input
            .Sentences.Index()
            .Where(sentence => sentence.Item.Elsewhere.Count > 0)
            .Select(sentence => new Hit(string.Join("、", sentence.Item.Elsewhere)) { Sentence = sentence.Index });
}
