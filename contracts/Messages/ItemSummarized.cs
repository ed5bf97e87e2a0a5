using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Summarizer. Consumed by: Compliance.</summary>
/// <remarks>An item has a summary; each claim names the quote it rests on, or none where the engine found none.</remarks>
public sealed record ItemSummarized : IRepeatable
{
    /// <summary>The candidate-to-be: the item's id, or the submission's for an item of a foreign pack.</summary>
    public required Guid CandidateId { get; init; }

    public required SourceItem Source { get; init; }

    public required SummaryContent Summary { get; init; }

    /// <summary>Which engine wrote it: <c>extractive</c>, <c>chat:{model}</c> or <c>submitted</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>1 for the first summary of the candidate; a redone summary counts on.</summary>
    public required int Revision { get; init; }

    public Submission? Submission { get; init; }

    /// <summary>See <see cref="ItemCollected.UpdateOf"/>.</summary>
    public Guid? UpdateOf { get; init; }

    /// <summary>See <see cref="ItemCollected.Related"/>.</summary>
    public IReadOnlyList<SourceItem> Related { get; init; } = [];

    /// <inheritdoc/>
    public DateTimeOffset? SentAgainAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{CandidateId:N}:{Source.SnapshotId}:{Revision}{IRepeatable.Mark(SentAgainAt)}";
}
