namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Passages of a source that stand next to each other, as one text.</summary>
internal sealed class SourcePlace
{
    private readonly string _source;
    private readonly Lazy<List<string>> _spaced;
    private readonly Lazy<HashSet<string>> _set;
    private readonly Lazy<HashSet<int>> _clauseStarts;

    public SourcePlace(Aligned aligned, int first, int last, string text)
    {
        (Aligned, First, Last) = (aligned, first, last);
        _source = text;
        var passages = Enumerable.Range(first, last - first + 1).Select(at => aligned.Source.All[at]).ToList();
        Passages = passages;
        Words = [.. passages.SelectMany(passage => passage.Words)];
        Span = passages[0].Span.Start.Value..passages[^1].Span.End.Value;
        Text = text[Span];
        _spaced = new Lazy<List<string>>(() => [.. passages.SelectMany(passage => passage.Spaced().Prepend(""))]);
        _set = new Lazy<HashSet<string>>(() => [.. Words]);
        _clauseStarts = new Lazy<HashSet<int>>(() => [.. StartsOf(passages)]);
    }

    public Aligned Aligned { get; }

    public IReadOnlyList<Passage> Passages { get; }

    public int First { get; }

    public int Last { get; }

    public Range Span { get; }

    public string Text { get; }

    public IReadOnlyList<string> Words { get; }

    /// <summary>Which of the words begin a clause or a passage.</summary>
    public IReadOnlySet<int> ClauseStarts => _clauseStarts.Value;

    /// <summary>The words with a gap before each clause.</summary>
    public IReadOnlyList<string> Spaced => _spaced.Value;

    /// <summary>Share of the sentence's weight that stands here.</summary>
    public double Coverage => Aligned.Coverage(First, Last);

    public bool Has(string key) => _set.Value.Contains(key);

    public bool Has(SentenceUnit unit) => unit.Keys.Any(_set.Value.Contains);

    /// <returns>Where any word of a unit stands.</returns>
    public IEnumerable<int> PlacesOf(SentenceUnit unit) =>
        Words.Index().Where(word => unit.Keys.Contains(word.Item)).Select(word => word.Index);

    /// <returns>The place with what stands around it.</returns>
    public Range Wider(int passages)
    {
        var source = Aligned.Source.All;
        return source[Math.Max(0, First - passages)].Span.Start.Value..source[Math.Min(source.Count - 1, Last + passages)].Span.End.Value;
    }

    /// <returns>So many characters of what follows.</returns>
    public string Behind(int length) => _source.Substring(Span.End.Value, Math.Min(length, _source.Length - Span.End.Value));

    /// <returns>The place with so many passages before and behind it.</returns>
    public SourcePlace Widened(int passages) =>
        new(Aligned, Math.Max(0, First - passages), Math.Min(Aligned.Source.All.Count - 1, Last + passages), _source);

    /// <returns>The words of the place and of the passage before it, and of the title.</returns>
    public HashSet<string> WithBefore()
    {
        HashSet<string> words = [.. Words, .. Aligned.Source.All[0].Words];
        words.UnionWith(Aligned.Source.All[Math.Max(0, First - 1)].Set);
        return words;
    }

    /// <returns>The words of the place and of the passages before and behind it in its paragraph.</returns>
    public HashSet<string> WithNeighbours()
    {
        var source = Aligned.Source.All;
        HashSet<string> words = [.. Words];
        foreach (var at in new[] { First - 1, Last + 1 })
        {
            if (at >= 0 && at < source.Count && source[at].Paragraph == source[at < First ? First : Last].Paragraph)
            {
                words.UnionWith(source[at].Set);
            }
        }

        return words;
    }

    /// <returns>The words of the place and of two passages before and behind it, of its heading and of the title.</returns>
    public HashSet<string> Surroundings()
    {
        var source = Aligned.Source.All;
        HashSet<string> words = [.. Words];
        for (var at = Math.Max(0, First - 2); at < Math.Min(source.Count, Last + 3); at++)
        {
            words.UnionWith(source[at].Set);
        }

        if (source[First].Heading is >= 0 and var heading)
        {
            words.UnionWith(source[heading].Set);
        }

        words.UnionWith(source[0].Set);
        return words;
    }

    private static IEnumerable<int> StartsOf(IEnumerable<Passage> passages)
    {
        var before = 0;
        foreach (var passage in passages)
        {
            yield return before;
            foreach (var clause in passage.Clauses)
            {
                yield return before + clause;
            }

            before += passage.Words.Count;
        }
    }
}
