using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding;

/// <summary>A sentence of a summary, and what of it the source does not have.</summary>
internal sealed record GroundedSentence
{
    public required SentenceCheck Check { get; init; }

    public required Support Support { get; init; }

    public IReadOnlyList<Anchor> Facts { get; init; } = [];

    /// <summary>Something of it is not as the source has it.</summary>
    public bool IsFalse =>
        Missing.Any()
        || Elsewhere.Count > 0
        || Exchanged.Count > 0
        || Reversed is not null
        || IsNegated
        || Overstated is not null
        || NotYetDone is not null
        || AreRolesExchanged
        || FalseWords is not null
        || FalseQuote is not null;

    public IEnumerable<Anchor> Missing => Facts.Where(anchor => anchor.Places is null);

    /// <summary>Names and figures that the source has, but not where it speaks of what the sentence says.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    /// <summary>Words that are not in the source where it says nearly the same.</summary>
    public IReadOnlyList<string> Exchanged { get; init; } = [];

    /// <summary>A word whose opposite the source has.</summary>
    public string? Reversed { get; init; }

    /// <summary>Source and sentence differ in negation.</summary>
    public bool IsNegated { get; init; }

    /// <summary>A word that says of all what the source says of some.</summary>
    public string? Overstated { get; init; }

    /// <summary>A word that says is done what the source plans or proposes.</summary>
    public string? NotYetDone { get; init; }

    /// <summary>Of two that it names, each has what the source says of the other.</summary>
    public bool AreRolesExchanged { get; init; }

    /// <summary>Words between quotation marks that are not the source's.</summary>
    public string? FalseWords { get; init; }

    /// <summary>What is not shown to be wrong, but is no more than likely to be right.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>The quote that was given for it and is not in the source.</summary>
    public string? FalseQuote { get; init; }
}
