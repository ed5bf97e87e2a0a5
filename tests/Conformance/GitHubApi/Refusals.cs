using NewsEducator.Collector.Connectors;

namespace NewsEducator.Conformance.GitHubApi;

/// <summary>Answers that are no item: moved, gone, denied and broken are distinguished.</summary>
internal static class Refusals
{
    private const string AnyIssue = "https://github.com/any/repository/issues/1";
    private const string Api = "https://api.github.com/";

    /// <summary>Within the API it is followed; away from it the target is reported and never dialled.</summary>
    public static async Task<string?> MovedAsync(Exchange exchange)
    {
        await using var stage = Stage.Set(asked => asked.Number == 0 ? exchange : null);
        var target = exchange.Header("Location")!;
        if (!target.StartsWith(Api, StringComparison.Ordinal))
        {
            var fault = await Stage.FaultOfAsync(() => stage.ListAsync("github-issues", "any/repository"));
            return fault?.RedirectedTo?.AbsoluteUri == new Uri(target).AbsoluteUri && stage.Requests.Count == 1
                ? null
                : $"the target is {fault?.RedirectedTo}";
        }

        await stage.ListAsync("github-issues", "any/repository");
        return stage.Requests.Last().Path == $"/{target[Api.Length..]}" ? null : $"{stage.Requests.Last().Path} was asked for";
    }

    public static async Task<string?> GoneAsync(Exchange exchange)
    {
        var (fault, requests) = await FaultAsync(exchange);
        return fault is { Lasting: true } && requests == 1 ? null : $"{requests} requests, {fault}";
    }

    /// <summary>A poll fails and shows why; nothing is given up, and the host is not left alone for it.</summary>
    public static async Task<string?> DeniedAsync(Exchange exchange)
    {
        var (fault, requests) = await FaultAsync(exchange);
        return fault is { Lasting: false, NotBefore: null } && requests == 1 && Names(fault, exchange)
            ? null
            : $"{requests} requests, {fault}";
    }

    public static async Task<string?> TroubledAsync(Exchange exchange)
    {
        var (fault, requests) = await FaultAsync(exchange);
        return fault is { Lasting: false } && requests > 1 && Names(fault, exchange) ? null : $"{requests} requests, {fault}";
    }

    /// <summary>A release is no item: nothing of it gets in.</summary>
    public static async Task<string?> NoItemAsync(Exchange exchange)
    {
        var (fault, _) = await FaultAsync(exchange);
        return fault is not null ? null : "it was taken for an issue";
    }

    private static bool Names(UpstreamFault fault, Exchange exchange) =>
        fault.Detail.Contains($"{exchange.Status}", StringComparison.Ordinal);

    private static async Task<(UpstreamFault? Fault, int Requests)> FaultAsync(Exchange exchange)
    {
        await using var stage = Stage.Set(_ => exchange);
        return (await Stage.FaultOfAsync(() => stage.FetchAsync(AnyIssue)), stage.Requests.Count);
    }
}
