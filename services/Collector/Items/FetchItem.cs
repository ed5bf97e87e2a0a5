using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>Fetches an item by its kind's connector; that it was not served is an answer as well.</summary>
internal sealed class FetchItem(IEnumerable<IConnector> connectors, Whitelist whitelist, TimeProvider time)
{
    public async Task<FetchOutcome> FetchAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        if (connectors.FirstOrDefault(connector => connector.ItemKind == address.Kind) is not { } connector)
        {
            return new FetchOutcome { Drop = new Drop(DropReason.NotFetched, $"没有可抓取 {address.Kind} 的连接器") };
        }

        try
        {
            var capture = ResponseCapture.Begin();
            var item = await connector.FetchAsync(address, cancellationToken) with { Response = capture.Response };
            return whitelist.Allows(new Uri(item.Facts.Address.Url))
                ? new FetchOutcome { Item = item }
                : new FetchOutcome { Drop = new Drop(DropReason.Whitelist, $"最终地址不在白名单：{item.Facts.Address.Link}") };
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            var fault = UpstreamFault.OfAny(error, time.GetUtcNow());
            return fault.RedirectedTo is { } target && !IsAllowed(target)
                ? new FetchOutcome { Drop = new Drop(DropReason.Whitelist, $"重定向到白名单之外：{target}") }
                : new FetchOutcome { Fault = fault };
        }
    }

    private bool IsAllowed(Uri target) => CanonicalUrl.TryParse(target.AbsoluteUri, out var page) && whitelist.Allows(page);
}

/// <summary>The item, or why it may not be collected, or why it was not served this time.</summary>
internal sealed record FetchOutcome
{
    public FetchedItem? Item { get; init; }

    public Drop? Drop { get; init; }

    public UpstreamFault? Fault { get; init; }
}
