using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Compliance.Retention;

/// <summary>Section <c>Retention</c>: how long what was found is kept.</summary>
internal sealed class ComplianceRetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Screenings in whose place a later one stands, and those of candidates that Review does not need, see the Collector's
    /// <c>Retention__Snapshots</c>. Longer than <c>Compliance__Window</c>, or a preview lacks what it looks at. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan Screenings { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Rescreenings with their reports. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan Rescreens { get; set; } = TimeSpan.FromDays(90);

    /// <summary>What was found lost when sources were looked at again; corrections have their own copy. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan DriftFindings { get; set; } = TimeSpan.FromDays(400);
}
