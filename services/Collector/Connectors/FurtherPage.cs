using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Connectors;

/// <summary>A page of a list: without the first there is no list, a further one that is not served is noted and ends it.</summary>
internal static class FurtherPage
{
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
