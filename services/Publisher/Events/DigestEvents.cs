using NewsEducator.Contracts;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Events;

/// <summary>What is said of a digest. Said again later it has the same ids and, but for what was withdrawn, the same words.</summary>
internal static class DigestEvents
{
    public static DigestPublished Published(Digest digest, PublisherOptions options) =>
        new()
        {
            Id = IdOf(digest),
            Date = digest.Date,
            Revision = digest.Revision,
            Title = DigestText.TitleOf(digest),
            Url = options.AddressOf(digest.Date),
            PublishedAt = digest.PublishedAt,
            Items = [.. digest.InOrder().Select(item => item.ToEntry())],
        };

    public static DigestRevised Revised(Digest digest, PublisherOptions options)
    {
        var newest = digest.Revisions.MaxBy(revision => revision.Number)!;
        return new()
        {
            Id = IdOf(digest),
            Date = digest.Date,
            Revision = digest.Revision,
            Title = DigestText.TitleOf(digest),
            Url = options.AddressOf(digest.Date),
            RevisedAt = newest.At,
            Reason = newest.Reason,
            Items = [.. digest.InOrder().Select(item => item.ToEntry())],
            Withdrawn = [.. digest.Withdrawn().Select(DigestView.WithdrawnEntryOf)],
            Corrected = [.. digest.Corrected().Select(DigestView.CorrectedEntryOf)],
        };
    }

    public static ItemRetracted Retracted(Digest digest, DigestItem item, PublisherOptions options)
    {
        var revision = digest.Revisions.Where(each => each.ItemId == item.ItemId).Max(each => each.Number);
        return new()
        {
            Id = ItemIds.From($"retracted\n{item.ItemId:N}\n{revision}"),
            ItemId = item.ItemId,
            DigestDate = digest.Date,
            Number = item.Number,
            Revision = revision,
            Kind = item.WithdrawnAs!.Value.ToString(),
            Reason = item.WithdrawalReason!,
            Url = new Uri(options.PublicUrl, $"/items/{item.ItemId}").ToString(),
            RetractedAt = item.WithdrawnAt!.Value,
        };
    }

    public static CardDrafted Drafted(Card card, Digest digest, PublisherOptions options) =>
        new()
        {
            Id = card.Id,
            ItemId = card.ItemId,
            DigestDate = digest.Date,
            Title = card.Title,
            Concept = card.Concept,
            Url = new Uri(options.PublicUrl, $"/cards/{card.Id}.md").ToString(),
            DraftedAt = digest.PublishedAt,
        };

    private static Guid IdOf(Digest digest) => ItemIds.From($"digest\n{digest.Date:O}\n{digest.Revision}");
}
