using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Publisher.Corrections;

/// <summary>What came from Review: corrections and withdrawals.</summary>
/// <remarks>Review asks for those of which it has not learned what became of them. What is applied here lacks that answer, so it counts as
/// missing too: Review sends it again, and is answered again.</remarks>
internal sealed class ReceivedCorrections : IReceivedItems
{
    public Task<IReadOnlyCollection<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>([]);
}
