namespace NewsEducator.Collector.Selection;

/// <summary>The signal score of product.md, 0 to 10.</summary>
internal static class Score
{
    private const double OneSource = 4;
    private const double EachFurtherSource = 3;

    /// <param name="relevance">See <see cref="Relevance"/>, 0 to 10.</param>
    /// <param name="sources">Independent sources for the same event, 1 or more.</param>
    /// <param name="age">Since the item last changed.</param>
    /// <param name="window">The age at which half of the recency is gone.</param>
    /// <param name="weights">How the three are weighed.</param>
    public static double Of(double relevance, int sources, TimeSpan age, TimeSpan window, SelectionOptions weights)
    {
        var breadth = Math.Min(10, OneSource + (EachFurtherSource * (sources - 1)));
        var recency = 10 * Math.Pow(2, -Math.Max(0, age / window));
        var score = (weights.RelevanceWeight * relevance) + (weights.SourcesWeight * breadth) + (weights.RecencyWeight * recency);
        return Math.Round(Math.Clamp(score, 0, 10), 1);
    }
}
