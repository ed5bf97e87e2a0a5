namespace NewsEducator.Summarizer.Extraction;

/// <summary>
/// LexRank over the graph of all passages, each joined to each by the cosine of their words. The graph is never built: a step along its
/// edges is a sum over words and back, so one step is linear in the text.
/// </summary>
internal static class Centrality
{
    private const double Restart = 0.15;
    private const int MostSteps = 30;
    private const double Settled = 1e-6;

    /// <returns>How central each passage is, the most central 1.</returns>
    public static double[] Of(IReadOnlyList<Passage> passages)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = passages.Select(passage => passage.Words.Select(word => NumberOf(word, numbers)).ToArray()).ToArray();
        var vectors = Weigh(words, numbers.Count);
        var degrees = Spread(vectors, [.. Enumerable.Repeat(1.0, words.Length)], numbers.Count);
        var rank = Enumerable.Repeat(1.0 / Math.Max(1, words.Length), words.Length).ToArray();
        for (var step = 0; step < MostSteps; step++)
        {
            var next = Spread(vectors, [.. rank.Zip(degrees, (each, degree) => degree > 0 ? each / degree : 0)], numbers.Count)
                .Select(arrived => (Restart / words.Length) + ((1 - Restart) * arrived))
                .ToArray();
            var moved = next.Zip(rank, (one, other) => Math.Abs(one - other)).DefaultIfEmpty().Max();
            rank = next;
            if (moved < Settled)
            {
                break;
            }
        }

        var most = rank.DefaultIfEmpty().Max();
        return [.. rank.Select(each => each / most)];
    }

    private static int NumberOf(string word, Dictionary<string, int> numbers)
    {
        numbers.TryAdd(word, numbers.Count);
        return numbers[word];
    }

    /// <returns>Per passage its words with their weights, of length 1.</returns>
    private static (int Word, double Weight)[][] Weigh(int[][] words, int count)
    {
        var frequency = new int[count];
        foreach (var word in words.SelectMany(each => each))
        {
            frequency[word]++;
        }

        return
        [
            .. words.Select(each => Normalize([.. each.Select(word => (word, Math.Log(1 + ((double)words.Length / frequency[word]))))])),
        ];
    }

    private static (int Word, double Weight)[] Normalize((int Word, double Weight)[] vector)
    {
        var length = Math.Sqrt(vector.Sum(each => each.Weight * each.Weight));
        return [.. vector.Select(each => (each.Word, each.Weight / length))];
    }

    /// <returns>What arrives at each passage where every passage sends its share along its edges.</returns>
    private static double[] Spread((int Word, double Weight)[][] vectors, double[] shares, int count)
    {
        var carried = new double[count];
        foreach (var (vector, share) in vectors.Zip(shares))
        {
            foreach (var (word, weight) in vector)
            {
                carried[word] += weight * share;
            }
        }

        return [.. vectors.Select(vector => vector.Sum(each => each.Weight * carried[each.Word]))];
    }
}
