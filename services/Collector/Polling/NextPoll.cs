using System.Text;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Collector.Polling;

/// <summary>When a source is polled again; with a little of its own added, so that sources which began together drift apart.</summary>
internal static class NextPoll
{
    private const double MostJitter = 0.1;

    /// <summary>As often as it says something new, not before its host has something new to say.</summary>
    public static DateTimeOffset AfterSuccess(
        PollState state,
        TimeSpan interval,
        TimeSpan fresh,
        CollectorOptions options,
        DateTimeOffset now
    )
    {
        var slowest =
            interval * options.SlowestInterval < options.LongestInterval ? interval * options.SlowestInterval : options.LongestInterval;
        var next = state.PollCadence.Interval(interval, slowest, now);
        var longest = slowest > interval ? slowest : interval;
        return now + Jittered(state, Max(next, fresh < longest ? fresh : longest));
    }

    /// <summary>Later with each failure, never given up, and not before the host said.</summary>
    public static DateTimeOffset AfterFailure(PollState state, DateTimeOffset? notBefore, CollectorOptions options, DateTimeOffset now)
    {
        var backoff = Jittered(state, Backoff.After(state.ConsecutiveFailures, options.FirstBackoff, options.LongestBackoff));
        return notBefore > now + backoff ? AfterRest(state, notBefore.Value, options) : now + backoff;
    }

    /// <summary>All sources of a host wait for the same moment; they must not all wake in it.</summary>
    public static DateTimeOffset AfterRest(PollState state, DateTimeOffset opens, CollectorOptions options) =>
        opens + (options.FirstBackoff * Share(state));

    private static TimeSpan Jittered(PollState state, TimeSpan wait) => wait * (1 + (MostJitter * Share(state)));

    // 0 to 1, another one for each poll of each source, the same wherever it is computed.
    private static double Share(PollState state)
    {
        var hash = 2166136261;
        foreach (var letter in Encoding.UTF8.GetBytes($"{state.SourceId}{state.LastSucceededAt?.Ticks}{state.ConsecutiveFailures}"))
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (hash >> 8) / (double)(1 << 24);
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
