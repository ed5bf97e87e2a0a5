namespace NewsEducator.Compliance.Grounding;

/// <summary>A word of a source: its number, and from where to where it stands.</summary>
internal readonly record struct SourceWord(int Number, int Start, int End);
