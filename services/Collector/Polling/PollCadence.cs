namespace NewsEducator.Collector.Polling;

/// <summary>How often a source says something new, learnt from the times of what it listed.</summary>
/// <param name="NewestAt">Of the newest item so far; null where none was listed yet.</param>
/// <param name="UsualGap">Between one new item and the next, of late; null until two were seen.</param>
internal sealed record PollCadence(DateTimeOffset? NewestAt, TimeSpan? UsualGap)
{
    public static readonly PollCadence Unknown = new(null, null);

    // A weight that forgets a habit after about ten new items.
    private const double Weight = 0.2;
    private const double QuietGaps = 10;

    /// <param name="times">Of the items of one list, in any order.</param>
    /// <param name="now">An item from the future tells nothing.</param>
    public PollCadence Observe(IEnumerable<DateTimeOffset> times, DateTimeOffset now)
    {
        var fresh = times.Where(time => time <= now && (NewestAt is null || time > NewestAt)).Order().ToList();
        if (fresh.Count == 0)
        {
            return this;
        }

        var gaps = fresh.Count - (NewestAt is null ? 1 : 0);
        var gap = gaps == 0 ? UsualGap : (fresh[^1] - (NewestAt ?? fresh[0])) / gaps;
        return new PollCadence(
            fresh[^1],
            (UsualGap, gap) switch
            {
                ({ } usual, { } seen) => (usual * Math.Pow(1 - Weight, gaps)) + (seen * (1 - Math.Pow(1 - Weight, gaps))),
                _ => gap,
            }
        );
    }

    /// <summary>Twice in the time that it takes to say something new, within the bounds; at once the shortest where nothing is
    /// known.</summary>
    public TimeSpan Interval(TimeSpan shortest, TimeSpan longest, DateTimeOffset now)
    {
        if (NewestAt is not { } newest)
        {
            return shortest;
        }

        var silence = now - newest;
        var gap = UsualGap is { } usual && usual > silence ? usual : silence;
        return TimeSpan.FromTicks(Math.Clamp(gap.Ticks / 2, shortest.Ticks, Math.Max(shortest.Ticks, longest.Ticks)));
    }

    /// <summary>Silent for ten times as long as usual, and for long enough that a holiday does not explain it.</summary>
    public bool IsQuiet(TimeSpan atLeast, DateTimeOffset now) =>
        NewestAt is { } newest && UsualGap is { } usual && now - newest > atLeast && now - newest > usual * QuietGaps;
}
