using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Sources;

namespace NewsEducator.Collector.Polling;

/// <summary>How the polls of a source go, and when the next one is due.</summary>
internal sealed class PollState
{
    /// <summary>Of a source that is disabled.</summary>
    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

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

    /// <summary>Parts of the last list that could not be read, with the reasons; the rest of it was.</summary>
    public IReadOnlyList<string> LastUnread { get; private set; } = [];

    /// <summary>For the next poll's first request; replaced only once everything that the answer listed was seen to.</summary>
    public Validators? Validators { get; private set; }

    public PollCadence PollCadence { get; private set; } = PollCadence.Unknown;

    /// <summary>Since when it is silent for strangely long; null where it is not.</summary>
    public DateTimeOffset? QuietSince { get; private set; }

    public static PollState For(Source source, DateTimeOffset now)
    {
        var state = new PollState { SourceId = source.Id };
        state.Restart(source.Enabled, now);
        return state;
    }

    /// <summary>It was made, edited or enabled: polled at once, as if for the first time, or not at all.</summary>
    public void Restart(bool enabled, DateTimeOffset now)
    {
        Validators = null;
        (ConsecutiveFailures, NextPollAt) = (0, enabled ? now : Never);
    }

    public void Succeed(PollReport report, Validators? validators, DateTimeOffset now)
    {
        if (!report.NotModified)
        {
            (LastListed, LastCollected, LastDropped) = (report.Listed, report.Collected, report.Dropped.Values.Sum());
            LastUnread = report.Unread;
        }

        PollCadence = PollCadence.Observe(report.Times, now);
        (Validators, LastSucceededAt, ConsecutiveFailures, LeasedUntil) = (validators, now, 0, null);
    }

    public void Fail(string error, DateTimeOffset now)
    {
        (LastError, LastFailedAt, LeasedUntil) = (error, now, null);
        ConsecutiveFailures++;
    }

    /// <summary>Its host was left alone: that is no failure of the source.</summary>
    public void PutOff() => LeasedUntil = null;

    public void Schedule(DateTimeOffset next) => NextPollAt = next;

    /// <returns>True where it went quiet just now.</returns>
    public bool Listen(TimeSpan atLeast, DateTimeOffset now)
    {
        var (was, isQuiet) = (QuietSince, PollCadence.IsQuiet(atLeast, now));
        QuietSince = isQuiet ? was ?? now : null;
        return isQuiet && was is null;
    }
}
