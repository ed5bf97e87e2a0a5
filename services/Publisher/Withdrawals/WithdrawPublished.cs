using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Corrections;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Events;
using NewsEducator.Publisher.Webhooks;

namespace NewsEducator.Publisher.Withdrawals;

/// <summary>Takes an item out of everything that is published, whoever asked for it: an editor here, or Review. The caller saves.</summary>
internal sealed class WithdrawPublished(
    PublisherDb db,
    ReviseDigest revise,
    Announcements announcements,
    IOptions<PublisherOptions> options,
    TimeProvider time
)
{
    public async Task ApplyAsync(
        Digest digest,
        DigestItem item,
        WithdrawalKind kind,
        string reason,
        string by,
        Guid? correctionId,
        CancellationToken cancellationToken
    )
    {
        var (now, title) = (time.GetUtcNow(), item.Content.Title);
        var cards = await db.Cards.Where(card => card.ItemId == item.ItemId).ToListAsync(cancellationToken);
        cards.ForEach(card => card.RememberSlots(item));
        item.Withdraw(kind, reason, now);
        if (kind == WithdrawalKind.Takedown)
        {
            await ForgetAsync(digest, item, cancellationToken);
        }

        await revise.AddAsync(
            digest,
            item,
            new DigestRevision
            {
                Date = digest.Date,
                Number = digest.Revision + 1,
                At = now,
                By = by,
                Kind = kind == WithdrawalKind.Takedown ? RevisionKind.Takedown : RevisionKind.Retraction,
                Reason = reason,
                ItemId = item.ItemId,
                ItemNumber = item.Number,
                Title = kind == WithdrawalKind.Takedown ? null : title,
                ConceptKey = item.ConceptKey,
                Type = item.Type,
            },
            correction: null,
            correctionId,
            cancellationToken
        );
        await announcements.AnnounceAsync(DigestEvents.Retracted(digest, item, options.Value), [item], cancellationToken);
        PublisherMetrics.Withdrawn(kind);
    }

    /// <summary>Removes the text from everything else that holds it.</summary>
    private async Task ForgetAsync(Digest digest, DigestItem item, CancellationToken cancellationToken)
    {
        var former = digest.Revisions.FindAll(each => each.ItemId == item.ItemId);
        foreach (var revision in former)
        {
            (revision.Title, revision.Before, revision.After, revision.Reason) = (null, null, null, "");
        }

        if (await db.ApprovedItems.FindAsync([item.CandidateId], cancellationToken) is { } approved)
        {
            approved.Content = RemovedText.Of(approved.Content);
        }

        await ForgetItem.FromMessagesAsync(db, item.ItemId, item.CandidateId, cancellationToken);
        await ForgetItem.FromEventsAsync(db, item.ItemId, [.. former.Select(revision => revision.Number)], cancellationToken);
        foreach (var card in await db.Cards.Where(card => card.ItemId == item.ItemId).ToListAsync(cancellationToken))
        {
            (card.Title, card.Slug) = ("", CardDraft.SlugOfWithdrawn(item.ItemId));
        }
    }
}
