using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Selection;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Collector.Telemetry;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>Writes down what became of an item, and tells the others. The caller saves.</summary>
internal sealed class RecordItem(
    CollectorDb db,
    FindDuplicate duplicates,
    FindEvent events,
    SelectionRules rules,
    TimeProvider time,
    CollectorMetrics metrics
)
{
    public ValueTask<Item?> FindAsync(string url, CancellationToken cancellationToken) =>
        db.LookUpAsync<Item>(ItemIds.ForUrl(url), cancellationToken);

    /// <summary>The item was fetched. One that a foreign pack named skips the rules, and is published to it each time.</summary>
    public async Task<Item> KeepAsync(ItemRequest request, FetchedItem fetched, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var seen = await FindAsync(fetched.Facts.Address.Url, cancellationToken);
        fetched = fetched with { Facts = fetched.Facts.SeenSince(seen?.FirstSeenAt ?? now) };
        var text = SnapshotText.Of(fetched);
        var keys = EventKeys.Of(fetched);
        var submission = request.Submission;
        if (submission is null)
        {
            await events.GuardAsync(keys, cancellationToken);
        }

        var known = await events.OfAsync(fetched, keys, cancellationToken);
        var score = rules.ScoreOf(fetched.Facts, text, known.Voices, now);
        var fingerprint = Fingerprint.Of($"{fetched.Facts.Title}\n{text.Words}");
        if (submission is null && await JudgeAsync(fetched.Facts, text, score, fingerprint, cancellationToken) is { } drop)
        {
            return await DropAsync(request with { Url = fetched.Facts.Address.Url, Facts = fetched.Facts }, drop, cancellationToken);
        }

        var snapshot = StoredSnapshot.Take(fetched, text, now);
        if (await db.Snapshots.FindAsync([snapshot.Id], cancellationToken) is null)
        {
            db.Snapshots.Add(StoredSnapshot.Of(snapshot));
        }

        var item = await FindOrAddAsync(request with { Url = snapshot.CanonicalUrl }, cancellationToken);
        item.BelongTo(known, keys.Stored);
        if (item.Collect(snapshot, fingerprint, score, now) is ItemChange.First or ItemChange.Content || submission is not null)
        {
            db.Publish(
                new ItemCollected
                {
                    Source = SourceItem.Of(snapshot, score),
                    Submission = submission,
                    SentAgainAt = submission?.SentAgainAt,
                    UpdateOf = item.EventId == item.Id ? null : item.EventId,
                    Related = await events.SourcesAsync(known, cancellationToken),
                    Version = item.Version,
                }
            );
            metrics.Collected(snapshot.Kind);
        }

        return item;
    }

    public async Task<Item> DropAsync(ItemRequest request, Drop drop, CancellationToken cancellationToken)
    {
        var item = await FindOrAddAsync(request, cancellationToken);
        if (item.Drop(drop, request.Facts, time.GetUtcNow()) || request.Submission is not null)
        {
            db.Publish(DroppedOf(item, drop, request.Submission));
            metrics.Dropped(drop.Reason);
        }

        return item;
    }

    /// <summary>The item could not be fetched. A foreign pack that named it learns that at once, and again when it was fetched after
    /// all.</summary>
    public async Task<Item> WaitAsync(ItemRequest request, UpstreamFault fault, CancellationToken cancellationToken)
    {
        var item = await FindOrAddAsync(request, cancellationToken);
        var why = new Drop(DropReason.NotFetched, $"暂时抓取不到，稍后重试：{fault.Detail}");
        item.Wait(why.Detail, request.Facts, time.GetUtcNow());
        if (request.Submission is not null)
        {
            db.Publish(DroppedOf(item, why, request.Submission));
        }

        return item;
    }

    /// <summary>The source took back what was collected: whoever works on it learns that, once.</summary>
    public Item Withdraw(Item item, string detail)
    {
        var now = time.GetUtcNow();
        if (item.Withdraw(detail, now))
        {
            db.Publish(
                new ItemWithdrawn
                {
                    ItemId = item.Id,
                    Url = item.Link ?? item.Url,
                    Detail = detail,
                    WithdrawnAt = now,
                }
            );
            metrics.Withdrawn();
        }

        return item;
    }

    /// <summary>What waited under another address was found: it goes on there.</summary>
    public async Task LeaveAsync(string asked, string found, CancellationToken cancellationToken)
    {
        if (asked != found && await FindAsync(asked, cancellationToken) is { State: ItemState.Waiting } left)
        {
            left.Drop(new Drop(DropReason.Duplicate, $"已移至：{found}"), facts: null, time.GetUtcNow());
        }
    }

    private ItemDropped DroppedOf(Item item, Drop drop, Submission? submission) =>
        new()
        {
            ItemId = item.Id,
            Url = item.Link ?? item.Url,
            Title = item.Title,
            Reason = drop.Reason,
            Detail = drop.Detail,
            DroppedAt = time.GetUtcNow(),
            Submission = submission,
        };

    private async Task<Drop?> JudgeAsync(
        ItemFacts facts,
        SnapshotText text,
        double score,
        Fingerprint fingerprint,
        CancellationToken cancellationToken
    )
    {
        if (rules.Judge(facts, text, score) is { } drop)
        {
            return drop;
        }

        await duplicates.GuardAsync(fingerprint, cancellationToken);
        return await duplicates.OfAsync(facts.Address, fingerprint, cancellationToken);
    }

    private async Task<Item> FindOrAddAsync(ItemRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.Url, cancellationToken) is { } known)
        {
            return known;
        }

        var item = new Item
        {
            Id = ItemIds.ForUrl(request.Url),
            Url = request.Url,
            SourceId = request.SourceId,
            FirstSeenAt = time.GetUtcNow(),
        };
        db.Items.Add(item);
        return item;
    }
}
