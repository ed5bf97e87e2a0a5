namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>A sentence of the source, also one that goes on over several lines, or a line of a table, a list or code.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Words">Keys of its words in their order; a number's key is its value, however it was written.</param>
/// <param name="Paragraph">Counts the paragraphs.</param>
/// <param name="Heading">Index of the heading that it stands under; -1 where there is none.</param>
internal sealed record Passage(Range Span, IReadOnlyList<string> Words, int Paragraph, int Heading)
{
    private readonly Lazy<HashSet<string>> _set = new(() => [.. Words]);

    public HashSet<string> Set => _set.Value;
}
