namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>A sentence of the source, also one that goes on over several lines, or a line of a table, a list or code.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Words">Keys of its words in their order; a number's key is its value, however it was written.</param>
/// <param name="Paragraph">Counts the paragraphs.</param>
/// <param name="Heading">Index of the heading that it stands under; -1 if there is none.</param>
/// <param name="Clauses">Which of the words begin a clause.</param>
internal sealed record Passage(Range Span, IReadOnlyList<string> Words, int Paragraph, int Heading, IReadOnlySet<int> Clauses)
{
    private const int ClauseGap = 4;

    private readonly Lazy<HashSet<string>> _set = new(() => [.. Words]);

    public HashSet<string> Set => _set.Value;

    /// <returns>The words with a gap before each clause, so that words of one clause are nearer to each other.</returns>
    public IEnumerable<string> Spaced()
    {
        for (var at = 0; at < Words.Count; at++)
        {
            if (Clauses.Contains(at))
            {
                foreach (var gap in Enumerable.Repeat("", ClauseGap))
                {
                    yield return gap;
                }
            }

            yield return Words[at];
        }
    }
}
