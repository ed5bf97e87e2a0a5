using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules;

/// <summary>One check over one snapshot and one summary; its messages are in texts.json under its id.</summary>
internal interface IRule
{
    string Id { get; }

    /// <summary>How much it weighs unless the policy says otherwise.</summary>
    Severity Severity { get; }

    /// <summary>The most that the policy may make it weigh.</summary>
    Severity Severest => Severity.Block;

    IEnumerable<Hit> Check(ScreeningInput input);
}

/// <summary>What a rule found.</summary>
/// <param name="Arguments">Fill the places of the rule's message.</param>
internal readonly record struct Hit(params object[] Arguments)
{
    public string? Evidence { get; init; }

    /// <summary>Index of the sentence it is about.</summary>
    public int? Sentence { get; init; }

    /// <summary>The words of sources that it is about.</summary>
    public IReadOnlyList<SourceSpan>? Spans { get; init; }
}
