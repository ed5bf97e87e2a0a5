using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Events;
using NewsEducator.Publisher.Mail.Issues;
using NewsEducator.Publisher.Notes;
using NewsEducator.Publisher.Webhooks;

namespace NewsEducator.Publisher.Corrections;

/// <summary>The one way in which a published digest changes: a new revision, an event to whoever got the digest, the notes written again,
/// and a word to Review and Compliance. The caller saves.</summary>
internal sealed class ReviseDigest(PublisherDb db, Announcements announcements, MailIssues mail, IOptions<PublisherOptions> options)
{
    /// <returns>The digest that the item was published in, with all items and revisions; null where it was not.</returns>
    public async Task<Digest?> FindAsync(Guid itemId, CancellationToken cancellationToken) =>
        await db
            .Digests.Include(each => each.Items)
            .Include(each => each.Revisions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(each => each.Items.Any(item => item.ItemId == itemId), cancellationToken);

    public async Task AddAsync(
        Digest digest,
        DigestItem item,
        DigestRevision revision,
        CorrectionApproved? correction,
        Guid? correctionId,
        CancellationToken cancellationToken
    )
    {
        digest.Revisions.Add(revision);
        digest.Revision = revision.Number;
        mail.Add(digest, correction?.ApprovedAt ?? revision.At);
        await announcements.AnnounceAsync(DigestEvents.Revised(digest, options.Value), digest.Items, cancellationToken);
        db.Publish(new NotesOutdated { Date = digest.Date, Revision = digest.Revision });
        db.Publish(AnswerOf(item, revision, correctionId, correction?.DraftId));
    }

    /// <summary>Once more, for whoever never learned that it is published.</summary>
    public void TellAgain(Digest digest, DigestItem item, CorrectionApproved correction) =>
        db.Publish(
            AnswerOf(
                item,
                digest.Revisions.Where(each => each.ItemId == item.ItemId).MaxBy(each => each.Number)!,
                correction.CorrectionId,
                correction.DraftId
            )
        );

    private static ItemRevised AnswerOf(DigestItem item, DigestRevision revision, Guid? correctionId, Guid? draftId) =>
        new()
        {
            ItemId = item.ItemId,
            CandidateId = item.CandidateId,
            Revision = revision.Number,
            CorrectionId = correctionId,
            DraftId = draftId,
            Content = item.WithdrawnAt is null ? item.Content : null,
            WithdrawnAs = item.WithdrawnAs?.ToString(),
            Reason = revision.Reason,
            By = revision.By,
            RevisedAt = revision.At,
        };
}
