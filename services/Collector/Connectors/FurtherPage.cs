using System.Globalization;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Connectors;

/// <summary>A page of a list: without the first there is no list; where a further one is not served, or the list has no end, that is noted
/// with the poll.</summary>
internal static class FurtherPage
{
    /// <summary>Of a list that goes back in time: thousands of entries, more than the busiest repository changes in days.</summary>
    public const int Most = 30;

    /// <param name="page">Counts from 0.</param>
    /// <param name="ask">Asks for it.</param>
    /// <param name="most">Pages that are read at most.</param>
    /// <returns>Null where nothing more is read.</returns>
    public static async Task<T?> TryAsync<T>(int page, Func<Task<T>> ask, int most = Most)
        where T : class
    {
        if (page == most)
        {
            ConditionalRequest.Current?.Skip(
                string.Create(CultureInfo.InvariantCulture, $"the list goes on after {most} pages: what stands further back is not read")
            );
            return null;
        }

        return page == 0 ? await ask() : await OptionalAsync(ask);
    }

    /// <returns>Null where it is not served, which is noted.</returns>
    public static async Task<T?> OptionalAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception error) when (error is not OperationCanceledException && UpstreamFault.Of(error, default) is { } fault)
        {
            ConditionalRequest.Current?.Skip($"a further page of the list: {fault.Detail}");
            return null;
        }
    }
}
