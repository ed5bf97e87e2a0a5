using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>Passes on what a model doubts. It was asked before and may be wrong: it can make a person look, and never block.</summary>
internal sealed class OpinionRule : IRule
{
    public const string Name = "opinion.model";

    public string Id => Name;

    public Severity Severity => Severity.Verify;

    public Severity Severest => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        (input.Opinion?.Doubts ?? [])
            .Where(doubt => doubt.Sentence < input.Sentences.Count)
            .Select(doubt => new Hit(doubt.Reason) { Sentence = doubt.Sentence });
}
