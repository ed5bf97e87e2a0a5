using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.Publisher.Corrections;

/// <summary>Puts a text that people approved in place of what is published of an item; the former one stays readable in the
/// history.</summary>
internal sealed class ApplyCorrection(PublisherDb db, VerifySignature verify, ReviseDigest revise, TimeProvider time)
    : IConsumer<CorrectionApproved>
{
    /// <exception cref="RefusedMessageException">Review has not signed it.</exception>
    public async Task Consume(ConsumeContext<CorrectionApproved> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        verify.Demand(message);
        var digest = await revise.FindAsync(message.Content.ItemId, cancellationToken);
        var item = digest?.Items.Single(each => each.ItemId == message.Content.ItemId);
        if (item?.IsCorrectedBy(message) == true)
        {
            revise.TellAgain(digest!, item, message);
            return;
        }

        if (Refusal(item, message) is { } refusal)
        {
            Refuse(message, digest, item, refusal);
            return;
        }

        var (before, now) = (RevisedText.Of(item!.Content), time.GetUtcNow());
        item.Correct(message, now);
        await revise.AddAsync(
            digest!,
            item,
            new DigestRevision
            {
                Date = digest!.Date,
                Number = digest.Revision + 1,
                At = now,
                By = message.ApprovedBy,
                Kind = RevisionKind.Correction,
                Reason = message.Reason,
                ItemId = item.ItemId,
                ItemNumber = item.Number,
                Title = item.Content.Title,
                ConceptKey = item.ConceptKey,
                Type = item.Type,
                Before = before,
                After = RevisedText.Of(item.Content),
            },
            message,
            message.CorrectionId,
            cancellationToken
        );
        // The card's note keeps its name, so that links to it go on working.
        foreach (var card in await db.Cards.Where(card => card.ItemId == item.ItemId).ToListAsync(cancellationToken))
        {
            (card.Title, card.Concept) = (item.Content.Title, item.Content.Concept);
        }

        PublisherMetrics.Corrected();
    }

    private static string? Refusal(DigestItem? item, CorrectionApproved message) =>
        item switch
        {
            null => "nothing is published of this item",
            { WithdrawnAt: not null } => "the item is withdrawn",
            _ when item.ContentHash != message.Replaces => "another text was published meanwhile; look at it, then propose again",
            _ => null,
        };

    private void Refuse(CorrectionApproved message, Digest? digest, DigestItem? item, string refusal) =>
        db.Publish(
            new ItemRevised
            {
                ItemId = message.Content.ItemId,
                CandidateId = message.CandidateId,
                Revision = digest?.Revision ?? 0,
                CorrectionId = message.CorrectionId,
                DraftId = message.DraftId,
                WithdrawnAs = item?.WithdrawnAs?.ToString(),
                Reason = item?.WithdrawalReason ?? message.Reason,
                By = message.ApprovedBy,
                Refusal = refusal,
                RevisedAt = time.GetUtcNow(),
            }
        );
}
