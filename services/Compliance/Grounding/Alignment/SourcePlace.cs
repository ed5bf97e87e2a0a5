namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Passages of a source that stand next to each other, as one text.</summary>
internal sealed class SourcePlace
{
    private readonly Lazy<HashSet<string>> _set;

    public SourcePlace(Aligned aligned, int first, int last, string text)
    {
        (Aligned, First, Last) = (aligned, first, last);
        var passages = Enumerable.Range(first, last - first + 1).Select(at => aligned.Source.All[at]).ToList();
        Words = [.. passages.SelectMany(passage => passage.Words)];
        Span = passages[0].Span.Start.Value..passages[^1].Span.End.Value;
        Text = text[Span];
        _set = new Lazy<HashSet<string>>(() => [.. Words]);
    }

    public Aligned Aligned { get; }

    public int First { get; }

    public int Last { get; }

    public Range Span { get; }

    public string Text { get; }

    public IReadOnlyList<string> Words { get; }

    /// <summary>Share of the sentence's weight that stands here.</summary>
    public double Coverage => Aligned.Coverage(First, Last);

    public bool Has(string key) => _set.Value.Contains(key);

    public bool Has(SentenceUnit unit) => unit.Keys.Any(_set.Value.Contains);

    /// <returns>Where any word of a unit stands.</returns>
    public IEnumerable<int> PlacesOf(SentenceUnit unit) => Words.Index().Where(word => unit.Keys.Contains(word.Item)).Select(word => word.Index);

    /// <returns>The same place with what stands right before and behind it in its paragraph, and its heading.</returns>
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
}
