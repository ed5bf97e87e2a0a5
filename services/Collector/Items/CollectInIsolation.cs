using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Retries;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>
/// Collects one item and saves it by itself. Whatever goes wrong with it is kept with the item, which is asked for again later, and never
/// ends what is done to the others.
/// </summary>
internal sealed class CollectInIsolation(CollectorDb db, CollectItem collect, TimeProvider time, ILogger<CollectInIsolation> logger)
{
    /// <returns>What became of it; null where it is known and has not changed.</returns>
    public Task<Item?> ListedAsync(ItemFacts facts, string? sourceId, CancellationToken cancellationToken) =>
        SaveAsync(
            () => collect.ListedAsync(facts, sourceId, cancellationToken),
            fault => collect.PostponeAsync(new ItemRequest(facts.Address.Url, facts, sourceId), fault, cancellationToken),
            facts.Address.Url,
            cancellationToken
        );

    /// <returns>What became of it, also where another process stored it first.</returns>
    public async Task<Item> NamedAsync(string url, CancellationToken cancellationToken)
    {
        Item? named = null;
        await SaveAsync(
            async () => named = await collect.NamedAsync(url, submission: null, cancellationToken),
            async fault => named = await collect.PostponeAsync(new ItemRequest(url), fault, cancellationToken),
            url,
            cancellationToken
        );
        return named!;
    }

    public Task AgainAsync(FetchRetry retry, CancellationToken cancellationToken) =>
        SaveAsync(
            () => collect.AgainAsync(retry, cancellationToken),
            fault => collect.PostponeAsync(retry.ToRequest(), fault, cancellationToken),
            retry.Url,
            cancellationToken
        );

    private async Task<Item?> SaveAsync(
        Func<Task<Item?>> work,
        Func<UpstreamFault, Task<Item>> postpone,
        string url,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await SaveAsync(await work(), cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The upstream's faults are handled by then: this is ours, or a text that nobody foresaw.
            logger.LogError(error, "The item {Url} could not be collected; it is tried again later", url);
            await db.AbandonAsync();
            db.ChangeTracker.Clear();
            return await SaveAsync(await postpone(UpstreamFault.OfAny(error, time.GetUtcNow())), cancellationToken);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    // Another process that stored the same item first has published it.
    private async Task<Item?> SaveAsync(Item? item, CancellationToken cancellationToken) =>
        await db.SaveUnlessTakenAsync(cancellationToken) ? item : null;
}
