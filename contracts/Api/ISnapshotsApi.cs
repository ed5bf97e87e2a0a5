using Refit;

namespace NewsEducator.Contracts;

/// <summary>The Collector's evidence store, read by id (claim check).</summary>
public interface ISnapshotsApi
{
    /// <exception cref="ApiException">404: no such snapshot, or its retention has ended.</exception>
    [Get("/api/snapshots/{id}")]
    Task<Snapshot> GetSnapshotAsync(string id, CancellationToken cancellationToken);
}
