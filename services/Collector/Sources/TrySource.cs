using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Selection;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Sources;

/// <summary>What a source would bring in now, what would be dropped and why. Nothing is stored or published.</summary>
internal sealed class TrySource(
    CollectorDb db,
    ConnectorCatalog connectors,
    FetchItem fetch,
    FindDuplicate duplicates,
    FindEvent events,
    SelectionRules rules,
    IOptions<CollectorOptions> options,
    TimeProvider time
)
{
    // Each costs its host a few requests; the rest is shown as far as a list tells.
    private const int MostFetched = 10;
    private const int MostShown = 200;

    public static async Task<Results<Ok<Response>, NotFound>> Stored(
        string id,
        CollectorDb db,
        TrySource trial,
        CancellationToken cancellationToken
    ) =>
        await db.Sources.FindAsync([id], cancellationToken) is { } source
            ? TypedResults.Ok(await trial.RunAsync(source.Settings, cancellationToken))
            : TypedResults.NotFound();

    public static async Task<Results<Ok<Response>, ValidationProblem>> Unsaved(
        SourceRequest request,
        ConnectorCatalog connectors,
        Whitelist whitelist,
        TrySource trial,
        CancellationToken cancellationToken
    )
    {
        var faults = request.Check(connectors, whitelist, out var settings);
        return faults.Any ? faults.Problem() : TypedResults.Ok(await trial.RunAsync(settings, cancellationToken));
    }

    private async Task<Response> RunAsync(SourceSettings settings, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            var listed = await connectors.Source(settings.Kind).ListAsync(settings.Target, now - options.Value.Window, cancellationToken);
            var fetches = MostFetched;
            var items = new List<TriedItem>();
            foreach (var facts in listed.OrderBy(facts => facts.PublishedAt).Take(MostShown))
            {
                var tried = await JudgeAsync(facts, mayFetch: fetches > 0, cancellationToken);
                fetches -= tried.Fetched ? 1 : 0;
                items.Add(tried);
            }

            return new Response(listed.Count, items, Error: null);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && UpstreamFault.Of(error, now) is { } fault)
        {
            return new Response(0, [], fault.Detail);
        }
    }

    private async Task<TriedItem> JudgeAsync(ItemFacts facts, bool mayFetch, CancellationToken cancellationToken)
    {
        var known = await db.Items.FindAsync([ItemIds.ForUrl(facts.Address.Url)], cancellationToken);
        if (known is not null && !known.IsOpenTo(facts))
        {
            return new TriedItem(facts.Address.Url, facts.Title, TrialOutcome.Known) { Detail = known.Detail };
        }

        if (rules.Judge(facts) is { } early)
        {
            return Dropped(facts, early, fetched: false);
        }

        if (!mayFetch)
        {
            return new TriedItem(facts.Address.Url, facts.Title, TrialOutcome.WouldBeFetched);
        }

        return await fetch.FetchAsync(facts.Address, cancellationToken) switch
        {
            { Item: { } item } => await JudgeAsync(item, cancellationToken),
            { Fault: { } fault } => new TriedItem(facts.Address.Url, facts.Title, TrialOutcome.WouldWait)
            {
                Detail = fault.Detail,
                Fetched = true,
            },
            var refused => Dropped(facts, refused.Drop!, fetched: true),
        };
    }

    private async Task<TriedItem> JudgeAsync(FetchedItem item, CancellationToken cancellationToken)
    {
        var text = SnapshotText.Of(item);
        var known = await events.OfAsync(item, EventKeys.Of(item), cancellationToken);
        var score = rules.ScoreOf(item.Facts, text, known.Voices, time.GetUtcNow());
        var fingerprint = Fingerprint.Of($"{item.Facts.Title}\n{text.Words}");
        var drop = rules.Judge(item.Facts, text, score) ?? await duplicates.OfAsync(item.Facts.Address, fingerprint, cancellationToken);
        return drop is not null
            ? Dropped(item.Facts, drop, fetched: true)
            : new TriedItem(item.Facts.Address.Url, item.Facts.Title, TrialOutcome.WouldBeCollected) { Score = score, Fetched = true };
    }

    private static TriedItem Dropped(ItemFacts facts, Drop drop, bool fetched) =>
        new(facts.Address.Url, facts.Title, TrialOutcome.WouldBeDropped)
        {
            Reason = drop.Reason,
            Detail = drop.Detail,
            Fetched = fetched,
        };

    /// <param name="Listed">Items that the source lists within the window.</param>
    /// <param name="Items">Each with what would happen to it; 200 at most.</param>
    /// <param name="Error">Why the source could not be read; null where it could.</param>
    internal sealed record Response(int Listed, IReadOnlyList<TriedItem> Items, string? Error);

    internal sealed record TriedItem(string Url, string Title, TrialOutcome Outcome)
    {
        public DropReason? Reason { get; init; }

        public string? Detail { get; init; }

        public double? Score { get; init; }

        /// <summary>Judged by its text too; else by what the list tells.</summary>
        public bool Fetched { get; init; }
    }

    internal enum TrialOutcome
    {
        WouldBeCollected,
        WouldBeDropped,

        /// <summary>Passes by what the list tells; the trial did not fetch it.</summary>
        WouldBeFetched,

        /// <summary>Its upstream did not serve it; it would be asked for again later.</summary>
        WouldWait,

        /// <summary>Nothing changed since it was seen.</summary>
        Known,
    }
}
