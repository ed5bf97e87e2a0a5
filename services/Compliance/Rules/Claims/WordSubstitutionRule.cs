using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>A sentence that all but repeats the source repeats it rightly.</summary>
internal sealed class WordSubstitutionRule : IRule
{
    public string Id => "grounding.exchanged";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input
            .Sentences.Index()
            .Where(sentence => sentence.Item.Exchanged.Count > 0)
            .Select(sentence => new Hit(string.Join("、", sentence.Item.Exchanged)) { Sentence = sentence.Index });
}
