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
    public static double[] Of(Passages passages)
    {
        if (passages.Count == 0)
        {
            return [];
        }

        var count = passages.Count;
        var vectors = WordVectors.Of(passages);
        var rank = new double[count];
        var degrees = new double[count];
        var shares = new double[count];
        var next = new double[count];
        Array.Fill(rank, 1.0 / count);
        Array.Fill(shares, 1.0);
        vectors.Spread(shares, degrees);
        for (var step = 0; step < MostSteps; step++)
        {
            for (var at = 0; at < count; at++)
            {
                shares[at] = degrees[at] > 0 ? rank[at] / degrees[at] : 0;
            }

            vectors.Spread(shares, next);
            var moved = 0.0;
            for (var at = 0; at < count; at++)
            {
                next[at] = (Restart / count) + ((1 - Restart) * next[at]);
                moved = Math.Max(moved, Math.Abs(next[at] - rank[at]));
            }

            (rank, next) = (next, rank);
            if (moved < Settled)
            {
                break;
            }
        }

        var most = rank.Max();
        return [.. rank.Select(each => each / most)];
    }
}
