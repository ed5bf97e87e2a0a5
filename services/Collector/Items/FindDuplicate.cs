using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>Looks for the same text among all that was collected or skipped, by the index of bands.</summary>
internal sealed class FindDuplicate(CollectorDb db, SelectionRules rules)
{
    // Texts that share a band and are not the same are few; a template that thousands fill in must not cost more.
    private const int MostCompared = 100;

    private const int LockSpace = 0x4475_7065;

    /// <summary>Until the save, nobody else settles a text that shares a band: of two copies polled at one moment the second one sees the
    /// first.</summary>
    public async Task GuardAsync(Fingerprint fingerprint, CancellationToken cancellationToken)
    {
        await db.BeginAsync(cancellationToken);
        // In one order for everybody, so that nobody waits for each other.
        await db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({LockSpace}, band) FROM (SELECT unnest({fingerprint.Bands}) AS band ORDER BY 1) AS bands",
            cancellationToken
        );
    }

    /// <returns>Null where there is no item with the same text.</returns>
    public async Task<Drop?> OfAsync(ItemAddress address, Fingerprint fingerprint, CancellationToken cancellationToken)
    {
        var id = ItemIds.ForUrl(address.Url);
        var others = await db
            .Items.FromSql($"SELECT * FROM items_sharing_bands({fingerprint.Bands}, {MostCompared})")
            .Where(item => item.Id != id && (item.State == ItemState.Collected || item.State == ItemState.Tombstoned))
            .Select(item => new
            {
                item.Url,
                item.State,
                item.Fingerprint,
            })
            .ToListAsync(cancellationToken);
        return others.FirstOrDefault(other => rules.AreTheSame(fingerprint, Fingerprint.Stored(other.Fingerprint!))) switch
        {
            null => null,
            { State: ItemState.Tombstoned } skipped => new Drop(DropReason.Tombstone, $"与已跳过的内容相同：{skipped.Url}"),
            var duplicate => new Drop(DropReason.Duplicate, $"与已收集的内容相同：{duplicate.Url}"),
        };
    }
}
