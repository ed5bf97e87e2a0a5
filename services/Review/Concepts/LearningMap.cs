using NewsEducator.Contracts;
using Polly;
using Refit;

namespace NewsEducator.Review.Concepts;

/// <summary>The concepts of the learning map, as the Summarizer last said them.</summary>
internal sealed class LearningMap(IServiceProvider services, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private volatile Known _known = new([], DateTimeOffset.MinValue);

    private sealed record Known(IReadOnlyList<Concept> Concepts, DateTimeOffset AskAgainAt);

    /// <returns>Empty as long as the Summarizer has never answered; an older list while it does not answer now.</returns>
    public async Task<IReadOnlyList<Concept>> ReadAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < _known.AskAgainAt)
        {
            return _known.Concepts;
        }

        try
        {
            var concepts = await services
                .GetRequiredService<IConceptsApi>()
                .ListConceptsAsync(cancellationToken)
                .WaitAsync(Patience, TimeProvider.System, cancellationToken);
            _known = new Known(concepts, time.GetUtcNow() + Fresh);
        }
        catch (Exception error) when (error is ApiException or HttpRequestException or TimeoutException or ExecutionRejectedException)
        {
            _known = _known with { AskAgainAt = time.GetUtcNow() + RetryAfter };
        }

        return _known.Concepts;
    }
}
