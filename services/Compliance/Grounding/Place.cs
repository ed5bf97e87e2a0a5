namespace NewsEducator.Compliance.Grounding;

/// <summary>A place of a source that a sentence may speak of.</summary>
/// <param name="Span">From its first to its last word that the sentence has.</param>
/// <param name="Share">Share of the sentence's words, the rarer the weightier, that stand there.</param>
internal readonly record struct Place(Range Span, double Share);
