using System.ComponentModel.DataAnnotations;

namespace NewsEducator.ServiceDefaults.Reconciling;

/// <summary>Section <c>ServiceDefaults:Reconcile</c>: each stage asks the next one whether it has what was sent to it.</summary>
public sealed class ReconcileOptions
{
    public const string Section = "ServiceDefaults:Reconcile";

    /// <summary>How often it asks.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>What was sent less than this ago may be on its way. The pause before something is sent a second time is as long, then twice
    /// as long each time.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Messages sent longer ago than this are not asked for.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(7);
}
