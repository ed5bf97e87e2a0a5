using NewsEducator.Collector.Polling;
using NewsEducator.Collector.Retries;

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

    /// <summary>Parts of the last list that could not be read, with the reasons; the rest of it was.</summary>
    public required IReadOnlyList<string> Unread { get; init; }

    /// <summary>Items that their host did not serve yet; each is asked for again.</summary>
    public int Waiting { get; init; }

    /// <summary>Since when the oldest of them waits.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The oldest of them, each with its reason; only where one source is asked for.</summary>
    public IReadOnlyList<WaitView> Waits { get; init; } = [];

    /// <summary>Of the newest item so far.</summary>
    public required DateTimeOffset? NewestAt { get; init; }

    /// <summary>From one new item to the next, of late.</summary>
    public required TimeSpan? UsualGap { get; init; }

    /// <summary>Since when it is silent for strangely long.</summary>
    public required DateTimeOffset? QuietSince { get; init; }

    public static SourceHealth Of(Source source, PollState state) =>
        new()
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
            Unread = state.LastUnread,
            NewestAt = state.PollCadence.NewestAt,
            UsualGap = state.PollCadence.UsualGap,
            QuietSince = state.QuietSince,
        };

    private static SourceStatus StatusOf(Source source, PollState state) =>
        (source, state) switch
        {
            ({ Enabled: false }, _) => SourceStatus.Disabled,
            (_, { ConsecutiveFailures: > 0 }) => SourceStatus.Failing,
            (_, { QuietSince: not null }) => SourceStatus.Quiet,
            (_, { LastSucceededAt: null }) => SourceStatus.NeverPolled,
            _ => SourceStatus.Healthy,
        };
}

internal enum SourceStatus
{
    NeverPolled,
    Healthy,
    Failing,

    /// <summary>Its polls succeed, but it says nothing new for far longer than it used to.</summary>
    Quiet,
    Disabled,
}
