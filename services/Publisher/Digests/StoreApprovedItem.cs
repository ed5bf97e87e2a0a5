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
        var before = await db.ApprovedItems.FindAsync([message.CandidateId], context.CancellationToken);
        if (before is not null)
        {
            db.ApprovedItems.Remove(before);
        }

        db.ApprovedItems.Add(new ApprovedItem
        {
            CandidateId = message.CandidateId,
            PackId = message.PackId,
            Number = message.Number,
            Content = message.Content,
            ContentHash = message.ContentHash,
            ApprovedBy = message.ApprovedBy,
            ApprovedAt = message.ApprovedAt.ToUniversalTime(),
            IsSigned = true,
            TraceParent = before?.TraceParent ?? Activity.Current?.Id,
        });
        db.Publish(new PackProgressed { PackId = message.PackId, Part = message.CandidateId, SentAgainAt = message.SentAgainAt });
    }
}
