namespace NewsEducator.Summarizer.Extraction;

/// <summary>The words of a text: the weight that each gets from the sentences that contain it, until a picked sentence covers it.</summary>
internal sealed class WeighedWords
{
    private readonly Passages _passages;
    private readonly double[] _uncovered;

    /// <param name="passages">All of the text.</param>
    /// <param name="shares">Of each; a passage divides its own evenly among its words.</param>
    public WeighedWords(Passages passages, double[] shares)
    {
        (_passages, _uncovered) = (passages, new double[passages.Vocabulary.Count]);
        foreach (var (passage, share) in passages.Zip(shares))
        {
            foreach (var word in passage.Words.All)
            {
                _uncovered[word] += share / passage.Words.All.Length;
            }
        }
    }

    /// <returns>The weight of what the passage would add.</returns>
    public double Uncovered(int passage)
    {
        var weight = 0.0;
        foreach (var word in _passages[passage].Words.All)
        {
            weight += _uncovered[word];
        }

        return weight;
    }

    public void Cover(int passage)
    {
        foreach (var word in _passages[passage].Words.All)
        {
            _uncovered[word] = 0;
        }
    }
}
