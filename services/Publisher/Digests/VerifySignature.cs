using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.ServiceDefaults.Signing;

namespace NewsEducator.Publisher.Digests;

/// <summary>Only Review approves and releases: whatever it has not signed is refused, and an alarm is raised.</summary>
internal sealed class VerifySignature(AcceptedKeys keys, ILogger<VerifySignature> logger)
{
    /// <summary>Stable: alerts watch for it.</summary>
    private static readonly EventId ForgedMessage = new(2401, "ForgedMessage");

    /// <exception cref="RefusedMessageException">Review has not signed it.</exception>
    public void Demand(ItemApproved message) =>
        Demand(
            keys.Verify(SignedText.Of(message), message.Signature) && message.PackId == ItemIds.ForPack(message.PackDate),
            nameof(ItemApproved),
            message.CandidateId,
            message.PackDate,
            message.Signature
        );

    /// <exception cref="RefusedMessageException">Review has not signed it.</exception>
    public void Demand(PackReleased message) =>
        Demand(
            keys.Verify(SignedText.Of(message), message.Signature) && message.PackId == ItemIds.ForPack(message.PackDate),
            nameof(PackReleased),
            message.PackId,
            message.PackDate,
            message.Signature
        );

    /// <exception cref="RefusedMessageException">Review has not signed it, or not this text.</exception>
    public void Demand(CorrectionApproved message) =>
        Demand(
            keys.Verify(SignedText.Of(message), message.Signature) && ContentHash.Of(message.Content) == message.ContentHash,
            nameof(CorrectionApproved),
            message.CorrectionId,
            DateOnly.FromDateTime(message.ApprovedAt.UtcDateTime),
            message.Signature
        );

    /// <exception cref="RefusedMessageException">Review has not signed it.</exception>
    public void Demand(WithdrawalApproved message) =>
        Demand(
            keys.Verify(SignedText.Of(message), message.Signature),
            nameof(WithdrawalApproved),
            message.CorrectionId,
            DateOnly.FromDateTime(message.ApprovedAt.UtcDateTime),
            message.Signature
        );

    private void Demand(bool isGenuine, string type, Guid id, DateOnly date, MessageSignature? signature)
    {
        if (!isGenuine)
        {
            var why = signature is null
                ? "it has no signature"
                : $"the signature of key '{signature.KeyId}' does not fit, or the key is not accepted here";
            PublisherMetrics.Forged(type);
            logger.LogError(
                ForgedMessage,
                "Refused {Type} {Id} of {Date:yyyy-MM-dd}, which Review did not sign: {Why}",
                type,
                id,
                date,
                why
            );
            throw new RefusedMessageException($"{type} {id} is not signed by Review: {why}.");
        }
    }
}
