using System.ComponentModel.DataAnnotations;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Section <c>ServiceDefaults:Redelivery</c>: what happens to a message that its consumer fails on.</summary>
public sealed class RedeliveryOptions
{
    public const string Section = "ServiceDefaults:Redelivery";

    private static readonly TimeSpan[] DefaultImmediate = [.. new[] { 0.1, 0.5, 2, 5 }.Select(TimeSpan.FromSeconds)];

    private static readonly TimeSpan[] DefaultDelays =
    [
        TimeSpan.FromSeconds(10),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(6),
        TimeSpan.FromDays(1),
    ];

    /// <summary>Pauses before the retries in the process, while the message is held; by default 0.1, 0.5, 2 and 5 seconds.</summary>
    public TimeSpan[]? Immediate { get; set; }

    /// <summary>
    /// Pauses before each redelivery from the table, jittered by a fifth; by default 10 seconds, 1 and 10 minutes, 1 and 6 hours, a day.
    /// After the last one the message is a dead letter.
    /// </summary>
    public TimeSpan[]? Delays { get; set; }

    /// <summary>Longest pause while the fault is a passing one (database, broker or neighbour away): it never makes a dead
    /// letter.</summary>
    public TimeSpan LongestPassingDelay { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often the table is polled.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A redelivery that is not handled within this time is sent again.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Broker redeliveries after which a message is taken out of the queue, so that a message that kills the process does not
    /// block others.</summary>
    [Range(1, 15)]
    public int SetAsideAfter { get; set; } = 3;

    /// <summary>Largest message, in bytes, that a consumer gets; of a larger one only the beginning is kept.</summary>
    [Range(1024, 512 * 1024 * 1024)]
    public int MaxMessageBytes { get; set; } = 8 * 1024 * 1024;

    internal TimeSpan[] ImmediateRetries => Immediate ?? DefaultImmediate;

    /// <param name="failures">How often the message has failed, from 1.</param>
    /// <param name="passing">The fault ends by itself.</param>
    /// <returns>The pause before it is tried again; null where it is a dead letter now.</returns>
    internal TimeSpan? DelayAfter(int failures, bool passing)
    {
        var delays = Delays ?? DefaultDelays;
        if (passing)
        {
            var delay = delays.Length == 0 ? LongestPassingDelay : delays[Math.Min(failures, delays.Length) - 1];
            return Jitter.Of(delay < LongestPassingDelay ? delay : LongestPassingDelay);
        }

        return failures <= delays.Length ? Jitter.Of(delays[failures - 1]) : null;
    }
}
