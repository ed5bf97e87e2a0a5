using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Data;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>Looks for what was collected of the same event before.</summary>
internal sealed class FindEvent(CollectorDb db, IOptions<CollectorOptions> options, TimeProvider time)
{
    /// <summary>An item is shown with up to five sources, itself included.</summary>
    private const int MostRelated = 4;

    private const int LockSpace = 0x4576_6E74;

    /// <summary>Until the save, nobody else settles an item that shares a key: of two that come in at one moment the second one knows the first.</summary>
    public async Task GuardAsync(string[] keys, CancellationToken cancellationToken)
    {
        await db.BeginAsync(cancellationToken);
        // In one order for everybody, and before the locks of duplicates, so that nobody waits for each other.
        await db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({LockSpace}, key) FROM (SELECT DISTINCT hashtext(name) AS key FROM unnest({keys}) AS name ORDER BY 1) AS keys", cancellationToken);
    }

    public async Task<EventSoFar> OfAsync(ItemAddress address, string[] keys, CancellationToken cancellationToken)
    {
        var (id, since) = (ItemIds.ForUrl(address.Url), time.GetUtcNow() - options.Value.EventWindow);
        var related = await db.Items.FromSql($"SELECT * FROM items_sharing_keys({keys})").AsNoTracking()
            .Where(item => item.Id != id && item.State == ItemState.Collected && item.FirstSeenAt >= since)
            .OrderBy(item => item.FirstSeenAt)
            .Take(MostRelated)
            .ToListAsync(cancellationToken);
        return new EventSoFar(address, related);
    }

    /// <summary>The related items as the message carries them.</summary>
    public async Task<IReadOnlyList<SourceItem>> SourcesAsync(EventSoFar known, CancellationToken cancellationToken)
    {
        var ids = known.Related.Select(item => item.SnapshotId).ToList();
        var snapshots = await db.Snapshots.AsNoTracking().Where(snapshot => ids.Contains(snapshot.Id)).ToDictionaryAsync(snapshot => snapshot.Id, cancellationToken);
        return
        [
            .. known.Related.Where(item => snapshots.ContainsKey(item.SnapshotId!))
                .Select(item => SettleItem.SourceOf(snapshots[item.SnapshotId!].Open(), item.Score ?? 0)),
        ];
    }
}

/// <param name="Address">Of the item at hand.</param>
/// <param name="Related">Collected before it, the first one first.</param>
internal sealed record EventSoFar(ItemAddress Address, IReadOnlyList<Item> Related)
{
    /// <summary>Repositories, channels or hosts that tell of it, this one included: ten issues of one repository are one voice.</summary>
    public int Voices => Related.Select(item => VoiceOf(ItemAddress.Of(item.Url))).Append(VoiceOf(Address)).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>The item that told of it first; null where none did.</summary>
    public Guid? First => Related is [var first, ..] ? first.EventId ?? first.Id : null;

    private static string VoiceOf(ItemAddress? address) =>
        address is null ? "" : address.Repository.Length > 0 ? address.Repository : $"{address.Kind} {address.Id}";
}
