namespace NewsEducator.Publisher.Webhooks;

/// <summary>When a failed delivery is tried again: after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h, then daily, for five days in all.</summary>
internal static class RetrySchedule
{
    public static readonly TimeSpan Whole = TimeSpan.FromDays(5);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    // Receivers that came back together are not asked at the same moment.
    private const double MostJitter = 0.1;

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(10),
    ];

    /// <param name="attempts">Failed ones, from 1.</param>
    /// <param name="since">When the first one was due.</param>
    /// <param name="now">When the last one failed.</param>
    /// <param name="jitter">From 0 to 1.</param>
    /// <param name="retryAfter">How long the receiver asks to be left alone; no longer than a day.</param>
    /// <returns>Null where the five days are over.</returns>
    public static DateTimeOffset? Next(int attempts, DateTimeOffset since, DateTimeOffset now, double jitter, TimeSpan? retryAfter = null)
    {
        var pause = attempts <= Pauses.Length ? Pauses[attempts - 1] : Longest;
        if (retryAfter > pause)
        {
            pause = retryAfter < Longest ? retryAfter.Value : Longest;
        }

        var next = now + pause + (pause * (MostJitter * jitter));
        return next - since <= Whole ? next : null;
    }
}
