using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Withdrawals;

/// <summary>A published item as editors see it.</summary>
internal sealed record PublishedItemView(
    Guid ItemId,
    DateOnly DigestDate,
    int Number,
    int Revision,
    string Title,
    string Url,
    string ApprovedBy,
    WithdrawalKind? WithdrawnAs,
    string? WithdrawalReason,
    DateTimeOffset? WithdrawnAt
)
{
    public static PublishedItemView Of(DigestItem item, int revision) =>
        new(
            item.ItemId,
            item.DigestDate,
            item.Number,
            revision,
            item.Content.Title,
            item.Content.CanonicalUrl,
            item.ApprovedBy,
            item.WithdrawnAs,
            item.WithdrawalReason,
            item.WithdrawnAt
        );
}
