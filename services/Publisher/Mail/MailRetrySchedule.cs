using NewsEducator.ServiceDefaults;

namespace NewsEducator.Publisher.Mail;

/// <summary>When a mail that the server did not take is tried again: after 10 s, doubled to 4 hours, for about five days.</summary>
internal static class MailRetrySchedule
{
    private const int Most = 40;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(4);

    /// <summary>Whoever is killed while sending loses the mail to another after it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <returns>Null where it is given up.</returns>
    public static DateTimeOffset? Next(int attempts, DateTimeOffset now) =>
        attempts >= Most ? null : now + Backoff.After(attempts, FirstPause, LongestPause);
}
