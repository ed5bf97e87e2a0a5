using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Events;
using NewsEducator.Publisher.Mail.Issues;
using NewsEducator.Publisher.Notes;
using NewsEducator.Publisher.Webhooks;

namespace NewsEducator.Publisher.Digests;

/// <summary>Gate 2: once a release and all its approved items are here, they become the day's digest.</summary>
internal sealed class AssembleDigest(
    PublisherDb db,
    Announcements announcements,
    MailIssues mail,
    JudgeItems judge,
    AnswerRelease answer,
    IOptions<PublisherOptions> options,
    TimeProvider time
) : IConsumer<PackProgressed>
{
    public async Task Consume(ConsumeContext<PackProgressed> context)
    {
        var packId = context.Message.PackId;
        var release = await db.Releases.FindAsync([packId], context.CancellationToken);
        if (release is { PublishedAt: not null } && context.Message.SentAgainAt is not null)
        {
            // Review asks again because it never learned of it.
            await answer.TellAgainAsync(release, sentAgainAt: null, context.CancellationToken);
            return;
        }

        var arrived = await db.ApprovedItems.Where(item => item.PackId == packId && item.IsSigned).ToListAsync(context.CancellationToken);
        if (
            release is not { PublishedAt: null, IsSigned: true }
            || !release.Approved.All(listed => arrived.Exists(item => item.CandidateId == listed.CandidateId))
        )
        {
            return;
        }

        var judged = await judge.RunAsync(release, arrived, context.CancellationToken);
        var accepted = judged.Where(each => each.Refusal is null).Select(each => each.Item).ToList();
        var refused = judged.Where(each => each.Refusal is not null).Select(each => each.Refusal!).ToList();

        release.PublishedAt = time.GetUtcNow();
        var digest = accepted.Count > 0 ? await PublishAsync(release, accepted, context.CancellationToken) : null;
        answer.Tell(release, digest, accepted, refused);
        PublisherMetrics.Published(accepted.Count, refused.Count);
    }

    private async Task<Digest> PublishAsync(Release release, List<ApprovedItem> accepted, CancellationToken cancellationToken)
    {
        var digest = new Digest
        {
            Date = release.PackDate,
            PackId = release.PackId,
            Revision = 1,
            PublishedAt = release.PublishedAt!.Value,
        };
        foreach (var (index, item) in accepted.Index())
        {
            digest.Items.Add(DigestItemOf(item, release.PackDate, index + 1));
            PublisherMetrics.TraceOf(item);
        }

        db.Digests.Add(digest);
        mail.Add(digest, release.ReleasedAt);
        await announcements.AnnounceAsync(DigestEvents.Published(digest, options.Value), digest.Items, cancellationToken);
        await DraftCardsAsync(digest, cancellationToken);
        db.Publish(new NotesOutdated { Date = digest.Date, Revision = digest.Revision });
        return digest;
    }

    private async Task DraftCardsAsync(Digest digest, CancellationToken cancellationToken)
    {
        foreach (var card in CardDraft.Choose(digest, options.Value.CardsPerDigest))
        {
            db.Cards.Add(card);
            await announcements.AnnounceAsync(
                DigestEvents.Drafted(card, digest, options.Value),
                [digest.Items.Single(item => item.ItemId == card.ItemId)],
                cancellationToken
            );
        }
    }

    private static DigestItem DigestItemOf(ApprovedItem item, DateOnly date, int number)
    {
        var published = new DigestItem
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
        published.Index();
        return published;
    }
}
