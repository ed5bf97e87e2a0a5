using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Notes;

namespace NewsEducator.Publisher.Digests;

/// <summary>Gate 2: once a release and all its approved items are here, they become the day's digest.</summary>
internal sealed class AssembleDigest(PublisherDb db, IOptions<PublisherOptions> options, TimeProvider time) : IConsumer<PackProgressed>
{
    public async Task Consume(ConsumeContext<PackProgressed> context)
    {
        var packId = context.Message.PackId;
        var release = await db.Releases.FindAsync([packId], context.CancellationToken);
        var arrived = await db.ApprovedItems.Where(item => item.PackId == packId && item.IsSigned).ToListAsync(context.CancellationToken);
        if (release is not { PublishedAt: null, IsSigned: true } || !release.Approved.All(listed => arrived.Exists(item => item.CandidateId == listed.CandidateId)))
        {
            return;
        }

        var publishedAlready = await PublishedAsync(arrived, context.CancellationToken);
        var judged = arrived.OrderBy(item => item.Number).Select(item => (Item: item, Refusal: Judge(item, release, publishedAlready))).ToList();
        var accepted = judged.Where(each => each.Refusal is null).Select(each => each.Item).ToList();
        var refused = judged.Where(each => each.Refusal is not null).Select(each => each.Refusal!).ToList();

        release.PublishedAt = time.GetUtcNow();
        var digest = accepted.Count > 0 ? Publish(release, accepted) : null;
        db.Publish(new PackPublished
        {
            PackId = packId,
            PackDate = release.PackDate,
            DigestUrl = digest is null ? null : UrlOf(digest.Date),
            Published = accepted.Count,
            Candidates = [.. accepted.Select(item => item.CandidateId)],
            Refused = refused,
            PublishedAt = release.PublishedAt.Value,
        });
        PublisherMetrics.Published(accepted.Count, refused.Count);
    }

    private Digest Publish(Release release, List<ApprovedItem> accepted)
    {
        var digest = new Digest { Date = release.PackDate, PackId = release.PackId, Revision = 1, PublishedAt = release.PublishedAt!.Value };
        foreach (var (index, item) in accepted.Index())
        {
            digest.Items.Add(DigestItemOf(item, release.PackDate, index + 1));
            PublisherMetrics.TraceOf(item);
        }

        db.Digests.Add(digest);
        db.Publish(new DigestPublished
        {
            Id = ItemIds.From($"digest\n{digest.Date:O}\n{digest.Revision}"),
            Date = digest.Date,
            Revision = digest.Revision,
            Title = DigestText.TitleOf(digest),
            Url = UrlOf(digest.Date),
            PublishedAt = digest.PublishedAt,
            Items = [.. digest.InOrder().Select(item => item.ToEntry())],
        });
        DraftCards(digest);
        db.Publish(new NotesOutdated { Date = digest.Date, Revision = digest.Revision });
        return digest;
    }

    private void DraftCards(Digest digest)
    {
        foreach (var card in CardDraft.Choose(digest, options.Value.CardsPerDigest))
        {
            db.Cards.Add(card);
            db.Publish(new CardDrafted
            {
                Id = card.Id,
                ItemId = card.ItemId,
                DigestDate = digest.Date,
                Title = card.Title,
                Concept = card.Concept,
                Url = new Uri(options.Value.PublicUrl, $"/cards/{card.Id}.md").ToString(),
                DraftedAt = digest.PublishedAt,
            });
        }
    }

    private async Task<HashSet<Guid>> PublishedAsync(List<ApprovedItem> arrived, CancellationToken cancellationToken)
    {
        var ids = arrived.ConvertAll(item => item.Content.ItemId);
        return await db.DigestItems.Where(item => ids.Contains(item.ItemId)).Select(item => item.ItemId).ToHashSetAsync(cancellationToken);
    }

    private static string? Judge(ApprovedItem item, Release release, HashSet<Guid> taken)
    {
        if (!item.IsGenuine || !release.Approved.Any(each => each.CandidateId == item.CandidateId && each.ContentHash == item.ContentHash))
        {
            return $"{item.Number}: the content is not what was approved (hash differs); nothing of it is published";
        }

        return taken.Add(item.Content.ItemId) ? null : $"{item.Number}: {item.Content.CanonicalUrl} is published already";
    }

    private static DigestItem DigestItemOf(ApprovedItem item, DateOnly date, int number) => new()
    {
        ItemId = item.Content.ItemId,
        DigestDate = date,
        Number = number,
        CandidateId = item.CandidateId,
        Content = item.Content,
        ContentHash = item.ContentHash,
        ApprovedBy = item.ApprovedBy,
        ApprovedAt = item.ApprovedAt,
    };

    private string UrlOf(DateOnly date) => new Uri(options.Value.PublicUrl, $"/digests/{date:yyyy-MM-dd}").ToString();
}
