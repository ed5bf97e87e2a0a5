using System.Net;
using NewsEducator.Contracts;
using Refit;

namespace NewsEducator.Review.Pages.Evidence;

/// <summary>The fetched text beside a summary, from the Collector; the page stands without it.</summary>
internal sealed class ReadSnapshot(ISnapshotsApi snapshots)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>The snapshot, or the key of the text that says why there is none.</returns>
    public async Task<(Snapshot? Snapshot, string? Missing)> GetAsync(string? id, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return (null, "page.source-unfetched");
        }

        try
        {
            return (await snapshots.GetSnapshotAsync(id, cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken), null);
        }
        catch (ApiException error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return (null, "page.source-gone");
        }
        catch (Exception error) when (error is ApiException or HttpRequestException or TimeoutException or Polly.ExecutionRejectedException)
        {
            return (null, "page.source-unreachable");
        }
    }
}
