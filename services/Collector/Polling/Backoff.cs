namespace NewsEducator.Collector.Polling;

/// <summary>When a source that failed is polled again.</summary>
internal static class Backoff
{
    private const int MostDoublings = 30;

    /// <param name="failures">In a row, 1 or more.</param>
    /// <param name="options">First wait and longest wait.</param>
    /// <returns>The first wait, doubled with each further failure up to the longest.</returns>
    public static TimeSpan After(int failures, CollectorOptions options)
    {
        var wait = options.FirstBackoff * Math.Pow(2, Math.Min(failures - 1, MostDoublings));
        return wait < options.LongestBackoff ? wait : options.LongestBackoff;
    }
}
