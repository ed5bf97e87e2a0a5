using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>Fetches an item by its kind's connector; that it cannot be had is an answer as well.</summary>
internal sealed class FetchItem(IEnumerable<IConnector> connectors, Whitelist whitelist, TimeProvider time)
{
    /// <param name="address">What to fetch.</param>
    /// <param name="comesAgain">The caller will ask again later: a fault that passes is thrown for it to record.</param>
    /// <param name="cancellationToken">Ends the fetch.</param>
    public async Task<FetchOutcome> FetchAsync(ItemAddress address, bool comesAgain, CancellationToken cancellationToken)
    {
        if (connectors.FirstOrDefault(connector => connector.ItemKind == address.Kind) is not { } connector)
        {
            return new FetchOutcome(null, new Drop(DropReason.NotFetched, $"没有可抓取 {address.Kind} 的连接器"));
        }

        try
        {
            var hearing = Hearing.Begin();
            var item = await connector.FetchAsync(address, cancellationToken) with { Response = hearing.Response };
            return whitelist.Allows(new Uri(item.Facts.Address.Url))
                ? new FetchOutcome(item, null)
                : new FetchOutcome(null, new Drop(DropReason.Whitelist, $"最终地址不在白名单：{item.Facts.Address.Link}"));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested
            && UpstreamFault.Of(error, time.GetUtcNow()) is { } fault && (fault.Lasting || !comesAgain))
        {
            return new FetchOutcome(null, DropFor(fault));
        }
    }

    private Drop DropFor(UpstreamFault fault) => fault.RedirectedTo switch
    {
        null => new Drop(DropReason.NotFetched, $"抓取失败：{fault.Detail}"),
        var target when CanonicalUrl.TryParse(target.AbsoluteUri, out var page) && whitelist.Allows(page) =>
            new Drop(DropReason.NotFetched, $"上游重定向到接口之外：{target}"),
        var target => new Drop(DropReason.Whitelist, $"重定向到白名单之外：{target}"),
    };
}

/// <summary>Either the item or why there is none.</summary>
internal sealed record FetchOutcome(FetchedItem? Item, Drop? Drop);
