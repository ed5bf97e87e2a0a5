using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Retries;
using NewsEducator.Collector.Selection;
using NewsEducator.Collector.Telemetry;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>Brings an item to its state: collected with a snapshot, dropped for a reason, or waiting for its upstream. The caller
/// saves.</summary>
internal sealed class CollectItem(
    FetchItem fetch,
    RecordItem recorder,
    PostponeItem later,
    Whitelist whitelist,
    SelectionRules rules,
    TimeProvider time
)
{
    /// <summary>An item that a source listed, or that its host announced.</summary>
    /// <returns>Null where it is known and has not changed.</returns>
    public async Task<Item?> ListedAsync(ItemFacts facts, string? sourceId, CancellationToken cancellationToken)
    {
        var known = await recorder.FindAsync(facts.Address.Url, cancellationToken);
        if (facts.Withdrawn is { } withdrawn)
        {
            return known is { State: ItemState.Collected or ItemState.Waiting }
                ? await WithdrawAsync(known, withdrawn, facts, cancellationToken)
                : null;
        }

        if (known is not null && !known.IsOpenTo(facts) && !(known.Grew(facts) && JudgeList(facts) is null))
        {
            return null;
        }

        if (
            await later.FindAsync(facts.Address.Url, submission: null, cancellationToken) is { } retry
            && retry.NextTryAt > time.GetUtcNow()
        )
        {
            retry.Describe(facts);
            return known is { State: ItemState.Waiting } ? known : null;
        }

        return await FetchListedAsync(facts, sourceId, cancellationToken);
    }

    /// <summary>An item that could not be fetched before.</summary>
    public async Task<Item?> AgainAsync(FetchRetry retry, CancellationToken cancellationToken) =>
        retry.Facts is { } facts
            ? await FetchListedAsync(facts, retry.SourceId, cancellationToken)
            : await NamedAsync(retry.Url, retry.Submission, cancellationToken);

    /// <summary>A URL that a person named, by itself or in a foreign pack.</summary>
    public async Task<Item> NamedAsync(string url, Submission? submission, CancellationToken cancellationToken)
    {
        using var activity = CollectorMetrics.CollectItem(url);
        var outcome = Find(url, out var shown) is { } address
            ? await fetch.FetchAsync(address, cancellationToken)
            : new FetchOutcome { Drop = Refuse(url) };
        return await SettleAsync(new ItemRequest(shown, Submission: submission), outcome, cancellationToken);
    }

    /// <summary>The item waits for its next attempt, or is dropped if there is no further attempt.</summary>
    public async Task<Item> PostponeAsync(ItemRequest request, UpstreamFault fault, CancellationToken cancellationToken)
    {
        if (await later.PostponeAsync(request, fault, cancellationToken) is not { } end)
        {
            return await recorder.WaitAsync(request, fault, cancellationToken);
        }

        var item = await recorder.DropAsync(request, end, cancellationToken);
        return fault.Lasting ? recorder.Withdraw(item, end.Detail) : item;
    }

    private async Task<Item> WithdrawAsync(Item known, string withdrawn, ItemFacts facts, CancellationToken cancellationToken)
    {
        await later.ForgetAsync(known.Url, submission: null, cancellationToken);
        return await EndAsync(new ItemRequest(known.Url, facts), withdrawn, cancellationToken);
    }

    private async Task<Item> EndAsync(ItemRequest request, string withdrawn, CancellationToken cancellationToken)
    {
        var item = await recorder.DropAsync(request, new Drop(DropReason.NotFetched, withdrawn), cancellationToken);
        return recorder.Withdraw(item, withdrawn);
    }

    private async Task<Item> FetchListedAsync(ItemFacts facts, string? sourceId, CancellationToken cancellationToken)
    {
        using var activity = CollectorMetrics.CollectItem(facts.Address.Url);
        var outcome = JudgeList(facts) is { } drop
            ? new FetchOutcome { Drop = drop }
            : await fetch.FetchAsync(facts.Address, cancellationToken);
        var item = await SettleAsync(new ItemRequest(facts.Address.Url, facts, sourceId), outcome, cancellationToken);
        item.Listed(facts);
        return item;
    }

    private async Task<Item> SettleAsync(ItemRequest request, FetchOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.Fault is { } fault)
        {
            return await PostponeAsync(request, fault, cancellationToken);
        }

        if (
            outcome.Item is { Unserved: { } missing } less
            && await recorder.FindAsync(less.Facts.Address.Url, cancellationToken) is { State: ItemState.Collected }
        )
        {
            return await PostponeAsync(request, new UpstreamFault(FaultKind.Later, missing), cancellationToken);
        }

        await later.ForgetAsync(request.Url, request.Submission, cancellationToken);
        if (outcome.Item is not { } fetched)
        {
            return await recorder.DropAsync(request, outcome.Drop!, cancellationToken);
        }

        var found = fetched.Facts.Address.Url;
        await recorder.LeaveAsync(request.Url, found, cancellationToken);
        if (fetched.Facts.Withdrawn is { } withdrawn && request.Submission is null)
        {
            return await EndAsync(request with { Url = found, Facts = fetched.Facts }, withdrawn, cancellationToken);
        }

        var complete = request.Facts is { } facts ? fetched with { Facts = fetched.Facts.CompletedBy(facts) } : fetched;
        return await recorder.KeepAsync(request, complete, cancellationToken);
    }

    private Drop? JudgeList(ItemFacts facts) => RefuseHost(facts) ?? rules.Judge(facts);

    // A feed names pages of any host.
    private Drop? RefuseHost(ItemFacts facts) =>
        new Uri(facts.Address.Url) is var page && !whitelist.Allows(page)
            ? new Drop(DropReason.Whitelist, $"域名或路径不在白名单：{page.IdnHost}") { ByList = true }
            : null;

    private ItemAddress? Find(string url, out string shown)
    {
        if (!CanonicalUrl.TryParse(url, out var page))
        {
            shown = PlainText.Start(string.Concat(url.Where(letter => !char.IsControl(letter))), CanonicalUrl.LongestUrl);
            return null;
        }

        var address = whitelist.Allows(page) ? ItemAddress.Of(url) : null;
        shown = address?.Url ?? page.ToString();
        return address;
    }

    private Drop Refuse(string url) =>
        CanonicalUrl.TryParse(url, out var page) switch
        {
            false => new Drop(DropReason.Whitelist, "不是可接受的网址"),
            true when !whitelist.Allows(page!) => new Drop(DropReason.Whitelist, $"域名或路径不在白名单：{page!.IdnHost}"),
            true => new Drop(DropReason.NotFetched, "不是可抓取的页面：支持 issue、discussion、视频、论文、模型讨论和白名单内的文章"),
        };
}
