using NewsEducator.Collector.Polling;

namespace NewsEducator.Collector.Sources;

/// <summary>How the polls of a source go.</summary>
internal sealed record SourceHealth
{
    public required SourceStatus Status { get; init; }

    public required DateTimeOffset? NextPollAt { get; init; }

    public required DateTimeOffset? LastSucceededAt { get; init; }

    public required DateTimeOffset? LastFailedAt { get; init; }

    /// <summary>Of the last failure, also where later polls succeeded.</summary>
    public required string? LastError { get; init; }

    public required int ConsecutiveFailures { get; init; }

    public required int LastListed { get; init; }

    public required int LastCollected { get; init; }

    public required int LastDropped { get; init; }

    public static SourceHealth Of(Source source, PollState state) => new()
    {
        Status = StatusOf(source, state),
        NextPollAt = source.Enabled ? state.NextPollAt : null,
        LastSucceededAt = state.LastSucceededAt,
        LastFailedAt = state.LastFailedAt,
        LastError = state.LastError,
        ConsecutiveFailures = state.ConsecutiveFailures,
        LastListed = state.LastListed,
        LastCollected = state.LastCollected,
        LastDropped = state.LastDropped,
    };

    private static SourceStatus StatusOf(Source source, PollState state) => (source, state) switch
    {
        ({ Enabled: false }, _) => SourceStatus.Disabled,
        (_, { ConsecutiveFailures: > 0 }) => SourceStatus.Failing,
        (_, { LastSucceededAt: null }) => SourceStatus.NeverPolled,
        _ => SourceStatus.Healthy,
    };
}

internal enum SourceStatus
{
    NeverPolled,
    Healthy,
    Failing,
    Disabled,
}
