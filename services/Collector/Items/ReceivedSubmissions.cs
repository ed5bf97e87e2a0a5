using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Collector.Items;

/// <summary>What came from Review. It asks only for what nobody has answered, so having it here is no answer: it is fetched again.</summary>
internal sealed class ReceivedSubmissions : IReceivedItems
{
    public Task<IReadOnlyCollection<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>([]);
}
