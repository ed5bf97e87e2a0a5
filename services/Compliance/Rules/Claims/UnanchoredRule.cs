using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>Says so where nothing of a sentence can be checked.</summary>
internal sealed class UnanchoredRule : IRule
{
    public string Id => "grounding.unanchored";

    public Severity Severity => Severity.Note;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input
            .Sentences.Index()
            .Where(sentence => sentence.Item.Support == Support.Unanchored)
            .Select(sentence => new Hit([]) { Sentence = sentence.Index });
}
