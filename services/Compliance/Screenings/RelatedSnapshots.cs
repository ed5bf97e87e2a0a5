using System.Net;
using NewsEducator.Contracts;
using Refit;

namespace NewsEducator.Compliance.Screenings;

/// <summary>What else was fetched of an item's event.</summary>
internal static class RelatedSnapshots
{
    private const int Most = 4;

    /// <summary>One whose retention has ended is left out: it can neither confirm nor deny.</summary>
    public static async Task<IReadOnlyList<Snapshot>> ReadAsync(
        ISnapshotsApi snapshots,
        IReadOnlyList<SourceItem> related,
        CancellationToken cancellationToken
    )
    {
        var found = new List<Snapshot>();
        foreach (var source in related.Take(Most))
        {
            try
            {
                found.Add(await snapshots.GetSnapshotAsync(source.SnapshotId, cancellationToken));
            }
            catch (ApiException error) when (error.StatusCode == HttpStatusCode.NotFound) { }
        }

        return found;
    }
}
