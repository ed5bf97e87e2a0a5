namespace NewsEducator.Compliance.Grounding.Facts;

/// <summary>A kind of fact by which a sentence is compared with its source, in any language.</summary>
internal enum AnchorKind
{
    Number,
    Version,
    Identifier,
    Name,
}

/// <summary>A number, version, identifier or name of a sentence, and where the source has it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As the sentence has it.</param>
/// <param name="Places">Offsets in the source's text; null where the source does not have it.</param>
internal sealed record Anchor(AnchorKind Kind, string Text, IReadOnlyList<int>? Places)
{
    public bool IsFigure => Kind is AnchorKind.Number or AnchorKind.Version;
}
