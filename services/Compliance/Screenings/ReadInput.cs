using NewsEducator.Compliance.Policies;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Screenings;

/// <summary>Fetches the sources of a text for its first and each later screening; a later one finds the first one's opinion in the
/// request.</summary>
internal sealed class ReadInput(ISnapshotsApi snapshots)
{
    /// <exception cref="Refit.ApiException">404: the snapshot's retention has ended.</exception>
    public async Task<ScreeningInput> ReadAsync(Screener.Request request, Policy policy, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.GetSnapshotAsync(request.Source.SnapshotId, cancellationToken);
        var related = await RelatedSnapshots.ReadAsync(snapshots, request.Related, cancellationToken);
        return new ScreeningInput(snapshot, request.Source, request.Summary, policy, related).With(request.Opinion);
    }
}
