using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding;

/// <summary>A sentence of a summary, and what of it the source does not have.</summary>
internal sealed record GroundedSentence
{
    public required SentenceCheck Check { get; init; }

    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    public IEnumerable<Anchor> Missing => Anchors.Where(anchor => anchor.Places is null);

    /// <summary>The quote that was given for it and is not in the source.</summary>
    public string? FalseQuote { get; init; }
}
