using MassTransit;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Withdrawals;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.Publisher.Corrections;

/// <summary>Withdraws what an editor retracted or took down in Review's corrections queue.</summary>
internal sealed class ApplyWithdrawal(
    PublisherDb db,
    VerifySignature verify,
    ReviseDigest revise,
    WithdrawPublished withdraw,
    TimeProvider time
) : IConsumer<WithdrawalApproved>
{
    /// <exception cref="RefusedMessageException">Review has not signed it, or it names no known kind.</exception>
    public async Task Consume(ConsumeContext<WithdrawalApproved> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        verify.Demand(message);
        if (!Enum.TryParse<WithdrawalKind>(message.Kind, out var kind))
        {
            throw new RefusedMessageException($"'{message.Kind}' is no kind of withdrawal.");
        }

        var digest = await revise.FindAsync(message.ItemId, cancellationToken);
        var item = digest?.Items.Single(each => each.ItemId == message.ItemId);
        if (item is null || !item.MayBeWithdrawn(kind))
        {
            Refuse(message, digest, item);
            return;
        }

        await withdraw.ApplyAsync(digest!, item, kind, message.Reason, message.ApprovedBy, message.CorrectionId, cancellationToken);
    }

    private void Refuse(WithdrawalApproved message, Digest? digest, DigestItem? item) =>
        db.Publish(
            new ItemRevised
            {
                ItemId = message.ItemId,
                CandidateId = item?.CandidateId ?? Guid.Empty,
                Revision = digest?.Revision ?? 0,
                CorrectionId = message.CorrectionId,
                WithdrawnAs = item?.WithdrawnAs?.ToString(),
                Reason = item?.WithdrawalReason ?? message.Reason,
                By = message.ApprovedBy,
                Refusal = item is null ? "nothing is published of this item" : "the item is withdrawn already",
                RevisedAt = time.GetUtcNow(),
            }
        );
}
