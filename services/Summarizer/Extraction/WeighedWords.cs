namespace NewsEducator.Summarizer.Extraction;

/// <summary>The words of a text: the weight that each gets from the sentences that contain it, until a picked sentence covers it.</summary>
internal sealed class WeighedWords
{
    private readonly int[][] _words;
    private readonly double[] _uncovered;

    /// <param name="passages">All of the text.</param>
    /// <param name="shares">Of each; a passage divides its own evenly among its words.</param>
    public WeighedWords(IReadOnlyList<Passage> passages, double[] shares)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _words = [.. passages.Select(passage => Words.All(passage.Text).Select(word => NumberOf(word, numbers)).Distinct().ToArray())];
        _uncovered = new double[numbers.Count];
        foreach (var (words, share) in _words.Zip(shares))
        {
            foreach (var word in words)
            {
                _uncovered[word] += share / words.Length;
            }
        }
    }

    /// <returns>The weight of what the passage would add.</returns>
    public double Uncovered(int passage) => _words[passage].Sum(word => _uncovered[word]);

    public void Cover(int passage)
    {
        foreach (var word in _words[passage])
        {
            _uncovered[word] = 0;
        }
    }

    private static int NumberOf(string word, Dictionary<string, int> numbers)
    {
        numbers.TryAdd(word, numbers.Count);
        return numbers[word];
    }
}
