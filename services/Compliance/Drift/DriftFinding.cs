using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Drift;

/// <summary>A published item whose source does not back all of it any more.</summary>
internal sealed class DriftFinding
{
    public Guid CandidateId { get; private init; }

    public Guid ItemId { get; private init; }

    public string Title { get; private init; } = "";

    public string Url { get; private init; } = "";

    /// <summary>What the approval rested on.</summary>
    public string SnapshotId { get; private init; } = "";

    /// <summary>What the source says now; empty where it is gone.</summary>
    public string NewSnapshotId { get; private init; } = "";

    public bool IsGone => NewSnapshotId.Length == 0;

    public IReadOnlyList<LostSentence> Lost { get; private init; } = [];

    /// <summary>The published summary without these sentences; null where none is left.</summary>
    public string? Proposal { get; private init; }

    public DateTimeOffset FoundAt { get; private init; }

    public static DriftFinding Of(
        Guid candidateId,
        ApprovedContent content,
        string? newSnapshotId,
        IReadOnlyList<LostSentence> lost,
        DateTimeOffset now
    ) =>
        new()
        {
            CandidateId = candidateId,
            ItemId = content.ItemId,
            Title = content.Title,
            Url = content.CanonicalUrl,
            SnapshotId = content.SnapshotId,
            NewSnapshotId = newSnapshotId ?? "",
            Lost = lost,
            Proposal = PublishedText.Without(content, lost),
            FoundAt = now,
        };

    public bool TellsTheSameAs(IReadOnlyList<LostSentence> lost) =>
        Lost.Select(each => each.Sentence).SequenceEqual(lost.Select(each => each.Sentence));

    public EvidenceLost ToMessage() =>
        new()
        {
            CandidateId = CandidateId,
            ItemId = ItemId,
            CanonicalUrl = Url,
            SnapshotId = SnapshotId,
            NewSnapshotId = IsGone ? null : NewSnapshotId,
            Lost = Lost,
            Proposal = Proposal,
            FoundAt = FoundAt,
        };
}
