using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Summarizer.Retention;

/// <summary>Section <c>Retention</c>: how long what was written is kept.</summary>
internal sealed class SummarizerRetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Summaries that Review does not need, see the Collector's <c>Retention__Snapshots</c>. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan Summaries { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Answers of models, so that the same question is paid for once. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan Answers { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Vectors of texts, so that the same text is encoded once. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan Vectors { get; set; } = TimeSpan.FromDays(90);

    /// <summary>What each answer of a model took. Zero: for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan ModelCalls { get; set; } = TimeSpan.FromDays(400);
}
