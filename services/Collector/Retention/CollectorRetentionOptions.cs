using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Collector.Retention;

/// <summary>Section <c>Retention</c>: how long what was fetched is kept.</summary>
internal sealed class CollectorRetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Snapshots that Review does not need. It needs those of what waits, is offered, is published or is being corrected, and for
    /// <c>Retention__OfferedEvidence</c> those of what was offered. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan Snapshots { get; set; } = TimeSpan.FromDays(30);
}
