using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Listing;
using Refit;

namespace NewsEducator.Review.Pages.Evidence;

/// <summary>The fetched text beside a summary, from the Collector; the page stands without it.</summary>
internal sealed class ReadSnapshot(ISnapshotsApi snapshots)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>All sources of a candidate, its own first.</summary>
    public async Task<IReadOnlyList<ShownSource>> OfAsync(CandidateView candidate, CancellationToken cancellationToken) =>
        await Task.WhenAll(
            candidate
                .AllSources.DefaultIfEmpty()
                .Select(
                    async (source, index) =>
                    {
                        var (snapshot, missing) = await GetAsync(source?.SnapshotId, cancellationToken);
                        return new ShownSource(index + 1, source, snapshot, missing);
                    }
                )
        );

    /// <returns>The snapshot, or the key of the text that says why there is none.</returns>
    private async Task<(Snapshot? Snapshot, string? Missing)> GetAsync(string? id, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return (null, "page.source-unfetched");
        }

        try
        {
            return (
                await snapshots.GetSnapshotAsync(id, cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken),
                null
            );
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

/// <summary>One source of a candidate as it stands beside the summary.</summary>
/// <param name="Number">From 1, the summary's own.</param>
/// <param name="Item">Null until it was fetched.</param>
/// <param name="Snapshot">Null where it cannot be shown.</param>
/// <param name="Missing">Why, as a key of texts.json.</param>
public sealed record ShownSource(int Number, SourceItem? Item, Snapshot? Snapshot, string? Missing);
