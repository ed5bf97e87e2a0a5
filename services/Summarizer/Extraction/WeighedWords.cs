namespace NewsEducator.Summarizer.Extraction;

/// <summary>The words of a text: the weight that each gets from the sentences that contain it, until a picked sentence covers it.</summary>
internal sealed class WeighedWords
{
    private readonly int[][] _words;
    private readonly double[] _uncovered;

    /// <param name="passages">All of the text.</param>
    /// <param name="shares">Of each; a passage divides its own evenly among its words.</param>
    public WeighedWords(Passages passages, double[] shares)
    {
        _words = [.. passages.Select(passage => passage.Words.All)];
        _uncovered = new double[passages.Vocabulary.Count];
        foreach (var (words, share) in _words.Zip(shares))
        {
            foreach (var word in words)
            {
                _uncovered[word] += share / words.Length;
            }
        }
    }

    /// <returns>The weight of what the passage would add.</returns>
    public double Uncovered(int passage)
    {
        var weight = 0.0;
        foreach (var word in _words[passage])
        {
            weight += _uncovered[word];
        }

        return weight;
    }

    public void Cover(int passage)
    {
        foreach (var word in _words[passage])
        {
            _uncovered[word] = 0;
        }
    }
}
