namespace NewsEducator.Compliance.Grounding.Places;

/// <summary>The words that a sentence has, as often as it has them, and which of them are inside the window that moves over a
/// source.</summary>
/// <param name="counts">How often the source has each word.</param>
internal sealed class QueryWords(IReadOnlyList<int> counts)
{
    private readonly int[] _wanted = new int[counts.Count];
    private readonly int[] _inside = new int[counts.Count];

    public double Total { get; private set; }

    public int Length { get; private set; }

    /// <param name="word">Negative for one that the source does not have.</param>
    public void Want(int word)
    {
        Length++;
        if (word < 0)
        {
            Total += 1;
            return;
        }

        _wanted[word]++;
        Total += WeightOf(word);
    }

    /// <returns>The rarer the weightier; 0 for a word that the sentence does not have.</returns>
    public double WeightOf(int word) => _wanted[word] == 0 ? 0 : 1 / (1 + Math.Log(counts[word]));

    /// <returns>What the window gains.</returns>
    public double Enter(int word) => _inside[word]++ < _wanted[word] ? WeightOf(word) : 0;

    /// <returns>What the window loses.</returns>
    public double Leave(int word) => --_inside[word] < _wanted[word] ? WeightOf(word) : 0;

    /// <summary>The window would lose nothing with it.</summary>
    public bool IsIdle(int word) => _inside[word] > _wanted[word] || _wanted[word] == 0;
}
