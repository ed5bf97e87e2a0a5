using System.Diagnostics;
using MassTransit;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Digests;

/// <summary>Keeps what a person approved until its pack is released.</summary>
internal sealed class StoreApprovedItem(PublisherDb db, VerifySignature verify) : IConsumer<ItemApproved>
{
    public async Task Consume(ConsumeContext<ItemApproved> context)
    {
        var message = context.Message;
        verify.Demand(message);
        if (await db.ApprovedItems.FindAsync([message.CandidateId], context.CancellationToken) is { } before)
        {
            Take(before, message);
        }
        else
        {
            db.ApprovedItems.Add(ItemOf(message));
        }

        db.Publish(
            new PackProgressed
            {
                PackId = message.PackId,
                Part = message.CandidateId,
                SentAgainAt = message.SentAgainAt,
            }
        );
    }

    private static ApprovedItem ItemOf(ItemApproved message) =>
        new()
        {
            CandidateId = message.CandidateId,
            PackId = message.PackId,
            Number = message.Number,
            Content = message.Content,
            ContentHash = message.ContentHash,
            ApprovedBy = message.ApprovedBy,
            ApprovedAt = message.ApprovedAt.ToUniversalTime(),
            IsSigned = true,
            TraceParent = Activity.Current?.Id,
        };

    /// <summary>It came before, unsigned perhaps: what is signed counts.</summary>
    private static void Take(ApprovedItem item, ItemApproved message)
    {
        (item.PackId, item.Number, item.Content, item.ContentHash) = (message.PackId, message.Number, message.Content, message.ContentHash);
        (item.ApprovedBy, item.ApprovedAt, item.IsSigned) = (message.ApprovedBy, message.ApprovedAt.ToUniversalTime(), true);
    }
}
