namespace NewsEducator.Collector.Polling;

/// <summary>How the polls of a source go, and when the next one is due.</summary>
internal sealed class PollState
{
    public required string SourceId { get; init; }

    public DateTimeOffset NextPollAt { get; private set; }

    /// <summary>A process is polling it until then; a process that dies leaves it to the others after that.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    public DateTimeOffset? LastSucceededAt { get; private set; }

    public DateTimeOffset? LastFailedAt { get; private set; }

    /// <summary>Of the last failure, kept after later successes.</summary>
    public string? LastError { get; private set; }

    public int ConsecutiveFailures { get; private set; }

    /// <summary>What the last successful poll found.</summary>
    public int LastListed { get; private set; }

    public int LastCollected { get; private set; }

    public int LastDropped { get; private set; }

    public void Succeed(PollReport report, DateTimeOffset now, DateTimeOffset next)
    {
        (LastListed, LastCollected, LastDropped) = (report.Listed, report.Collected, report.Dropped.Values.Sum());
        (LastSucceededAt, ConsecutiveFailures, LeasedUntil, NextPollAt) = (now, 0, null, next);
    }

    public void Fail(string error, DateTimeOffset now, Func<int, DateTimeOffset> nextAfter)
    {
        (LastError, LastFailedAt, LeasedUntil) = (error, now, null);
        NextPollAt = nextAfter(++ConsecutiveFailures);
    }
}
