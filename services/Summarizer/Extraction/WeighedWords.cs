namespace NewsEducator.Summarizer.Extraction;

/// <summary>The words of a text, each with what the sentences that have it lend to it, and which of them are told already.</summary>
internal sealed class WeighedWords
{
    private readonly int[][] _words;
    private readonly double[] _untold;

    /// <param name="passages">All of the text.</param>
    /// <param name="shares">Of each; a passage divides its own evenly among its words.</param>
    public WeighedWords(IReadOnlyList<Passage> passages, double[] shares)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _words = [.. passages.Select(passage => Words.All(passage.Text).Select(word => NumberOf(word, numbers)).Distinct().ToArray())];
        _untold = new double[numbers.Count];
        foreach (var (words, share) in _words.Zip(shares))
        {
            foreach (var word in words)
            {
                _untold[word] += share / words.Length;
            }
        }
    }

    /// <returns>The weight of what the passage would add.</returns>
    public double Untold(int passage) => _words[passage].Sum(word => _untold[word]);

    public void Tell(int passage)
    {
        foreach (var word in _words[passage])
        {
            _untold[word] = 0;
        }
    }

    private static int NumberOf(string word, Dictionary<string, int> numbers)
    {
        numbers.TryAdd(word, numbers.Count);
        return numbers[word];
    }
}
