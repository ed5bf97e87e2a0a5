using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>A published item. The item id is the key: nothing is published twice.</summary>
public sealed class DigestItem
{
    public required Guid ItemId { get; init; }

    public required DateOnly DigestDate { get; init; }

    /// <summary>From 1 within the digest.</summary>
    public required int Number { get; init; }

    public required Guid CandidateId { get; init; }

    public required ApprovedContent Content { get; init; }

    public required string ContentHash { get; init; }

    public required string ApprovedBy { get; init; }

    public required DateTimeOffset ApprovedAt { get; init; }

    public DigestEntry ToEntry() => new()
    {
        ItemId = ItemId,
        Number = Number,
        Title = Content.Title,
        Url = Content.CanonicalUrl,
        Type = Content.Type,
        Concept = Content.Concept,
        Summary = Content.Summary,
        OneLiner = Content.OneLiner,
        Sentences = [.. from claim in Content.Claims where claim.State is not null select new DigestSentence { Text = claim.Sentence, State = claim.State.GetValueOrDefault() }],
        ContentHash = ContentHash,
    };
}
