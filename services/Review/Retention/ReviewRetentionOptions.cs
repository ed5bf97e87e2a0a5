using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Review.Retention;

/// <summary>Section <c>Retention</c>: how long what people see is kept. History and comments stay: they prove what was approved.</summary>
internal sealed class ReviewRetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Evidence of what was offered and is not published, from its pack on. What waits, is published or is being corrected keeps
    /// its evidence longer than that.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan OfferedEvidence { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Candidates that expired or were blocked before any pack offered them, and of which nobody did or said anything. Zero: for
    /// ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan NeverOffered { get; set; } = TimeSpan.FromDays(90);

    /// <summary>The audit of a day: what was dropped before it became a candidate. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan Audit { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Packs as notes, as they were last read and written; the notes themselves are people's. Longer than <c>Notes__Days</c>.
    /// Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan Notes { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Revoked keys. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan RevokedKeys { get; set; } = TimeSpan.FromDays(400);
}
