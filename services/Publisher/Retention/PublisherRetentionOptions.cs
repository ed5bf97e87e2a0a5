using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Publisher.Retention;

/// <summary>Section <c>Retention</c>: how long the Publisher keeps what is not published. Of webhooks see
/// <c>Publisher__Webhooks__Retention</c>.</summary>
internal sealed class PublisherRetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Replays that have ended. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan Replays { get; set; } = TimeSpan.FromDays(400);
}
