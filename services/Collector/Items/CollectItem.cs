using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>Brings an item to its state: collected with a snapshot, or dropped for a reason. The caller saves.</summary>
internal sealed class CollectItem(FetchItem fetch, SettleItem settle, Whitelist whitelist, Sieve sieve)
{
    /// <summary>An item that a source listed, or that its host told of by itself.</summary>
    /// <returns>Null where it is known and has not changed.</returns>
    /// <exception cref="Refit.ApiExceptionBase">The upstream is in trouble; the item is looked at again with the next poll.</exception>
    public async Task<Item?> ListedAsync(ItemFacts facts, string? sourceId, CancellationToken cancellationToken)
    {
        var known = await settle.FindAsync(facts.Address.Url, cancellationToken);
        if (known is not null && !known.IsOpenTo(facts))
        {
            return null;
        }

        var outcome = (RefuseHost(facts) ?? sieve.Judge(facts)) is { } drop
            ? new FetchOutcome(null, drop)
            : await fetch.FetchAsync(facts.Address, comesAgain: true, cancellationToken);
        return outcome switch
        {
            { Item: { } fetched } =>
                await settle.KeepAsync(fetched with { Facts = fetched.Facts.CompletedBy(facts) }, sourceId, submission: null, cancellationToken),
            _ => await settle.DropAsync(facts.Address.Url, outcome.Drop!, facts, sourceId, submission: null, cancellationToken),
        };
    }

    /// <summary>A URL that a person named, by itself or in a foreign pack.</summary>
    public async Task<Item> NamedAsync(string url, Submission? submission, CancellationToken cancellationToken)
    {
        var outcome = Find(url, out var shown) is { } address
            ? await fetch.FetchAsync(address, comesAgain: false, cancellationToken)
            : new FetchOutcome(null, Refuse(url));
        return outcome switch
        {
            { Item: { } fetched } => await settle.KeepAsync(fetched, sourceId: null, submission, cancellationToken),
            _ => await settle.DropAsync(shown, outcome.Drop!, facts: null, sourceId: null, submission, cancellationToken),
        };
    }

    // A feed names pages of any host.
    private Drop? RefuseHost(ItemFacts facts) =>
        new Uri(facts.Address.Url) is var page && !whitelist.Allows(page) ? new Drop(DropReason.Whitelist, $"域名或路径不在白名单：{page.IdnHost}") : null;

    private ItemAddress? Find(string url, out string shown)
    {
        if (!CanonicalUrl.TryParse(url, out var page))
        {
            shown = string.Concat(url.Where(letter => !char.IsControl(letter)).Take(CanonicalUrl.LongestUrl));
            return null;
        }

        var address = whitelist.Allows(page) ? ItemAddress.Of(url) : null;
        shown = address?.Url ?? page.ToString();
        return address;
    }

    private Drop Refuse(string url) => CanonicalUrl.TryParse(url, out var page) switch
    {
        false => new Drop(DropReason.Whitelist, "不是可接受的网址"),
        true when !whitelist.Allows(page!) => new Drop(DropReason.Whitelist, $"域名或路径不在白名单：{page!.IdnHost}"),
        true => new Drop(DropReason.NotFetched, "不是可抓取的页面：支持 issue、discussion、视频、论文、模型讨论和白名单内的文章"),
    };
}
