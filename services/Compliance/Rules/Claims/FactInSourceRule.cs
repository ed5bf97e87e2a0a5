using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>Every number, version, identifier or name of a sentence is in the source.</summary>
internal sealed class FactInSourceRule(string id, AnchorKind kind) : IRule
{
    public string Id => id;

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        from sentence in input.Sentences.Index()
        let missing = string.Join("、", sentence.Item.Missing.Where(anchor => anchor.Kind == kind).Select(anchor => anchor.Text))
        where missing.Length > 0
        select new Hit(missing) { Sentence = sentence.Index };
}
