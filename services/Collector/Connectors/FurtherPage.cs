using System.Globalization;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Connectors;

/// <summary>A page of a list: without the first there is no list; where a further one is not served, or the list has no end, that is noted
/// with the poll.</summary>
internal static class FurtherPage
{
    /// <summary>Of a list that goes back in time: thousands of entries, more than the busiest repository changes in days.</summary>
    public const int Most = 30;

    /// <summary>Notes that the list goes on after the last page that is read.</summary>
    public static void Leave(int pages) =>
        ConditionalRequest.Current?.Skip(
            string.Create(CultureInfo.InvariantCulture, $"the list goes on after {pages} pages: what stands further back is not read")
        );

    public static async Task<T?> TryAsync<T>(bool isFirst, Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception error) when (!isFirst && error is not OperationCanceledException && UpstreamFault.Of(error, default) is { } fault)
        {
            ConditionalRequest.Current?.Skip($"a further page of the list: {fault.Detail}");
            return null;
        }
    }
}
