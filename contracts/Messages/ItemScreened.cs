using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Compliance. Consumed by: Review.</summary>
/// <remarks>A summary was checked against its snapshot: the verdict, every finding, and each sentence beside its evidence.</remarks>
public sealed record ItemScreened : IRepeatable
{
    /// <summary><see cref="Engine"/> of a reviewer's edit.</summary>
    public const string ByReviewer = "edited";

    public required Guid CandidateId { get; init; }

    public required SourceItem Source { get; init; }

    public required SummaryContent Summary { get; init; }

    /// <summary>Who wrote the text: an engine, or <see cref="ByReviewer"/>.</summary>
    public required string Engine { get; init; }

    /// <summary>The revision of the text that was screened: engines and reviewers count their own.</summary>
    public required int Revision { get; init; }

    public required Verdict Verdict { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>One entry for each sentence of the summary, in order.</summary>
    public required IReadOnlyList<SentenceCheck> Sentences { get; init; }

    public required string PolicyVersion { get; init; }

    /// <summary>Counts the stored versions of the policy; 0 where it is not known. A screening by an older one is outdated.</summary>
    public int PolicyNumber { get; init; }

    public required DateTimeOffset ScreenedAt { get; init; }

    public Submission? Submission { get; init; }

    /// <summary>The rescreening that caused this; null where the text was screened because it was new.</summary>
    public Guid? Rescreen { get; init; }

    /// <summary>See <see cref="ItemCollected.UpdateOf"/>.</summary>
    public Guid? UpdateOf { get; init; }

    /// <summary>See <see cref="ItemCollected.Related"/>.</summary>
    public IReadOnlyList<SourceItem> Related { get; init; } = [];

    /// <inheritdoc/>
    public DateTimeOffset? SentAgainAt { get; init; }

    [JsonIgnore]
    public string NaturalKey =>
        $"{CandidateId:N}:{Source.SnapshotId}:{Engine}:{Revision}:{PolicyVersion}{(Rescreen is { } id ? $":{id:N}" : "")}{IRepeatable.Mark(SentAgainAt)}";
}
