using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Corrections;

/// <summary>The Publisher's answer: a correction is published, an item is withdrawn, or what was approved could not be applied.</summary>
internal sealed class RecordRevision(ReviewDb db) : IConsumer<ItemRevised>
{
    public async Task Consume(ConsumeContext<ItemRevised> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        var open = await db
            .Corrections.Where(each => each.ItemId == message.ItemId && Correction.Unended.Contains(each.State))
            .ToListAsync(cancellationToken);
        if (message.WithdrawnAs is not null)
        {
            await EndAllAsync(open, message, cancellationToken);
            return;
        }

        var own = open.Find(each => each.Id == message.CorrectionId && each.DraftId == message.DraftId);
        var draft = own?.DraftId is { } id ? await db.Candidates.FindAsync([id], cancellationToken) : null;
        if (message.Refusal is { } refusal)
        {
            draft?.DropCorrection();
            own?.Reopen(refusal);
            return;
        }

        draft?.MarkCorrected();
        own?.End(CorrectionState.Applied, message.By, message.RevisedAt.ToUniversalTime());
    }

    /// <summary>Of what is no longer published nothing can be corrected.</summary>
    private async Task EndAllAsync(List<Correction> open, ItemRevised message, CancellationToken cancellationToken)
    {
        foreach (var correction in open)
        {
            if (correction.DraftId is { } draftId && await db.Candidates.FindAsync([draftId], cancellationToken) is { } draft)
            {
                draft.DropCorrection();
            }

            correction.EndWithdrawn(message);
        }

        if (open.Count == 0 && await PublishedItem.FindAsync(db, message.CandidateId, cancellationToken) is { } published)
        {
            var record = published.Question(CorrectionOrigin.Publisher, message.RevisedAt.ToUniversalTime(), by: message.By);
            record.EndWithdrawn(message);
            db.Corrections.Add(record);
        }
    }
}
