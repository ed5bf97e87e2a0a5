using System.ComponentModel.DataAnnotations;

namespace NewsEducator.ServiceDefaults.Retention;

/// <summary>Section <c>ServiceDefaults:Retention</c>: how long every service keeps its messages.</summary>
public sealed class RetentionOptions
{
    public const string Section = "ServiceDefaults:Retention";

    /// <summary>From one removal of what is too old to the next; the first comes ten minutes after the start at the latest.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "7.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Which messages were handled; one that is delivered again after this would take effect twice. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan Inbox { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Dead letters, after somebody discarded them; what waits for a person is never removed. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan DiscardedDeadLetters { get; set; } = TimeSpan.FromDays(90);
}
