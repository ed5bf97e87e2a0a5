using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>Looks for the same text among the items collected within the window.</summary>
internal sealed class FindDuplicate(CollectorDb db, Sieve sieve, IOptions<CollectorOptions> options, TimeProvider time)
{
    // 2,000 fingerprints are 2 MB; a day with more items needs an index and not a scan.
    private const int MostCompared = 2000;

    /// <returns>The URL of the item with the same text, if there is one.</returns>
    public async Task<string?> OfAsync(ItemAddress address, Fingerprint fingerprint, CancellationToken cancellationToken)
    {
        var id = ItemIds.ForUrl(address.Url);
        var since = time.GetUtcNow() - options.Value.Window;
        var others = await db.Items
            .Where(item => item.State == ItemState.Collected && item.Id != id && item.StateSince >= since && item.Fingerprint != null)
            .OrderByDescending(item => item.Sequence)
            .Take(MostCompared)
            .Select(item => new { item.Url, item.Fingerprint })
            .ToListAsync(cancellationToken);
        return others.FirstOrDefault(other => sieve.AreTheSame(fingerprint, Fingerprint.Stored(other.Fingerprint!)))?.Url;
    }
}
