using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Signing;

namespace NewsEducator.Review.Corrections;

/// <summary>Tells the Publisher, signed, which text replaces the published one, or that an item is withdrawn.</summary>
internal sealed class CorrectionMessages(ReviewDb db, SigningKey key)
{
    public void Send(Correction correction, Candidate draft, PublishedItem published, DateTimeOffset? sentAgainAt = null)
    {
        var message = new CorrectionApproved
        {
            CorrectionId = correction.Id,
            DraftId = draft.Id,
            CandidateId = published.First.Id,
            Replaces = published.ContentHash,
            Content = draft.ToApprovedContent(),
            ContentHash = draft.ApprovedHash!,
            Reason = correction.Reason!,
            ApprovedBy = draft.DecidedBy!,
            ApprovedAt = draft.DecidedAt!.Value,
            SentAgainAt = sentAgainAt,
        };
        db.Publish(message with { Signature = key.Sign(SignedText.Of(message)) }, draft.TraceParent);
    }

    public void Send(Correction correction, WithdrawalView withdrawal, DateTimeOffset? sentAgainAt = null)
    {
        var message = new WithdrawalApproved
        {
            CorrectionId = correction.Id,
            ItemId = correction.ItemId,
            Kind = withdrawal.Kind,
            Reason = withdrawal.Reason,
            ApprovedBy = correction.SentBy!,
            ApprovedAt = correction.SentAt!.Value,
            SentAgainAt = sentAgainAt,
        };
        db.Publish(message with { Signature = key.Sign(SignedText.Of(message)) });
    }
}
