using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Publisher. Consumed by: Review.</summary>
/// <remarks>A reader's report that something published is wrong. It carries nothing about the reader.</remarks>
public sealed record ErrorReported : IMessage
{
    public required Guid ReportId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>The candidate by which the item was published.</summary>
    public required Guid CandidateId { get; init; }

    /// <summary>The published sentence that it is about; null for the item as a whole.</summary>
    public string? Sentence { get; init; }

    /// <summary>The reader's words, one line.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{ReportId:N}";
}
