using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>What no rule shows to be wrong, but a person should compare with the source.</summary>
internal sealed class DoubtRule(string id) : IRule
{
    public string Id => id;

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        from sentence in input.Sentences.Index()
        from doubt in sentence.Item.Doubts
        where doubt.Rule == id && !sentence.Item.IsFalse
        select new Hit(doubt.Text) { Sentence = sentence.Index };
}
