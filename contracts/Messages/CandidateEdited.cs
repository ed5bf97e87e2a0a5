using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review. Consumed by: Compliance.</summary>
/// <remarks>A reviewer changed title or summary; the new text is screened before the pack can be released.</remarks>
public sealed record CandidateEdited : IMessage
{
    public required Guid CandidateId { get; init; }

    public required SourceItem Source { get; init; }

    /// <summary>The text as it now stands; its claims carry no quotes, Compliance looks for the evidence.</summary>
    public required SummaryContent Summary { get; init; }

    public required int Revision { get; init; }

    public required string EditedBy { get; init; }

    public Submission? Submission { get; init; }

    /// <summary>See <see cref="ItemCollected.UpdateOf"/>.</summary>
    public Guid? UpdateOf { get; init; }

    /// <summary>The further sources of the candidate.</summary>
    public IReadOnlyList<SourceItem> Related { get; init; } = [];

    [JsonIgnore]
    public string NaturalKey => $"{CandidateId:N}:{Revision}";
}
