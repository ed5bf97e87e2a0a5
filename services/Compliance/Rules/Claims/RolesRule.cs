using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>Who did what is as the source has it.</summary>
internal sealed class RolesRule : IRule
{
    public string Id => "grounding.roles";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input
            .Sentences.Index()
            .Where(sentence => sentence.Item.AreRolesExchanged)
            .Select(sentence => new Hit([]) { Sentence = sentence.Index });
}
