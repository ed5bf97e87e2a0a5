using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Connectors;

/// <summary>Reads what strangers listed entry by entry: one that nobody foresaw is left out and noted, the others go on.</summary>
internal static class ReadableEntries
{
    /// <param name="entries">As listed.</param>
    /// <param name="read">Null leaves an entry out that is meant for nobody here.</param>
    public static List<TResult> SelectReadable<T, TResult>(this IEnumerable<T> entries, Func<T, TResult?> read)
        where TResult : class
    {
        var found = new List<TResult>();
        foreach (var entry in entries)
        {
            try
            {
                if (read(entry) is { } result)
                {
                    found.Add(result);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                ConditionalRequest.Current?.Skip($"one entry of the list: {error.Message}");
            }
        }

        return found;
    }
}
