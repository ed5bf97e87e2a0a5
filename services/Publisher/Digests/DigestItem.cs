using NewsEducator.Contracts;
using NewsEducator.Publisher.Search;
using NewsEducator.Publisher.Withdrawals;

namespace NewsEducator.Publisher.Digests;

/// <summary>A published item. The item id is the key: nothing is published twice.</summary>
public sealed class DigestItem
{
    public required Guid ItemId { get; init; }

    public required DateOnly DigestDate { get; init; }

    /// <summary>From 1 within the digest.</summary>
    public required int Number { get; init; }

    public required Guid CandidateId { get; init; }

    public required ApprovedContent Content { get; set; }

    public required string ContentHash { get; set; }

    public required string ApprovedBy { get; set; }

    public required DateTimeOffset ApprovedAt { get; set; }

    /// <summary>Found by these; set by <see cref="Index"/>.</summary>
    public string ConceptKey { get; private set; } = "";

    public string Type { get; private set; } = "";

    public string Source { get; private set; } = "";

    public List<string> SearchTokens { get; private set; } = [];

    public string SearchText { get; private set; } = "";

    /// <summary>Null while it is published.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public WithdrawalKind? WithdrawnAs { get; private set; }

    public string? WithdrawalReason { get; private set; }

    /// <summary>When its text was last replaced by another; null while it is what was first published.</summary>
    public DateTimeOffset? CorrectedAt { get; private set; }

    /// <summary>What was wrong, for readers.</summary>
    public string? CorrectionReason { get; private set; }

    /// <summary>What was retracted may still have to be taken down; nothing else is withdrawn twice.</summary>
    public bool MayBeWithdrawn(WithdrawalKind kind) =>
        WithdrawnAs is not { } before || (before == WithdrawalKind.Retraction && kind == WithdrawalKind.Takedown);

    public void Correct(CorrectionApproved correction, DateTimeOffset at)
    {
        (Content, ContentHash) = (correction.Content, correction.ContentHash);
        (ApprovedBy, ApprovedAt) = (correction.ApprovedBy, correction.ApprovedAt.ToUniversalTime());
        (CorrectionReason, CorrectedAt) = (correction.Reason, at);
        Index();
    }

    /// <summary>Its text is the published one already.</summary>
    public bool IsCorrectedBy(CorrectionApproved correction) =>
        WithdrawnAt is null && CorrectedAt is not null && ContentHash == correction.ContentHash;

    /// <summary>Fills what the item is found by.</summary>
    public void Index()
    {
        var text = string.Join(
            '\n',
            [Content.Title, Content.Summary, Content.OneLiner, Content.Analogy, Content.Concept.Name, .. TermTexts()]
        );
        (ConceptKey, Type, Source) = (Content.Concept.Key, Content.Type, SourceName.Of(Content));
        (SearchText, SearchTokens) = (Publisher.Search.SearchTokens.Fold(text), Publisher.Search.SearchTokens.OfText(text));
    }

    /// <summary>Takes it out of everything that is published; a takedown forgets its text as well.</summary>
    public void Withdraw(WithdrawalKind kind, string reason, DateTimeOffset at)
    {
        (WithdrawnAs, WithdrawalReason, WithdrawnAt) = (kind, reason, at);
        (SearchText, SearchTokens) = ("", []);
        if (kind == WithdrawalKind.Takedown)
        {
            (Content, Source, CorrectionReason) = (RemovedText.Of(Content), "", null);
        }
    }

    private IEnumerable<string> TermTexts() => Content.Terms.SelectMany(term => new[] { term.Name, term.Explanation });

    public DigestEntry ToEntry() =>
        new()
        {
            ItemId = ItemId,
            Number = Number,
            Title = Content.Title,
            Url = Content.CanonicalUrl,
            Type = Content.Type,
            Concept = Content.Concept,
            Summary = Content.Summary,
            OneLiner = Content.OneLiner,
            Sentences =
            [
                .. from claim in Content.Claims
                where claim.State is not null
                select new DigestSentence { Text = claim.Sentence, State = claim.State.GetValueOrDefault() },
            ],
            FurtherSources = Content.FurtherSources,
            ContentHash = ContentHash,
        };
}
