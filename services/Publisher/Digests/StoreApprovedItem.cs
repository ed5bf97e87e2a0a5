using System.Diagnostics;
using MassTransit;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Digests;

/// <summary>Keeps what a person approved until its pack is released.</summary>
internal sealed class StoreApprovedItem(PublisherDb db) : IConsumer<ItemApproved>
{
    public Task Consume(ConsumeContext<ItemApproved> context)
    {
        var message = context.Message;
        db.ApprovedItems.Add(new ApprovedItem
        {
            CandidateId = message.CandidateId,
            PackId = message.PackId,
            Number = message.Number,
            Content = message.Content,
            ContentHash = message.ContentHash,
            ApprovedBy = message.ApprovedBy,
            ApprovedAt = message.ApprovedAt.ToUniversalTime(),
            TraceParent = Activity.Current?.Id,
        });
        db.Publish(new PackProgressed { PackId = message.PackId, Part = message.CandidateId });
        return Task.CompletedTask;
    }
}
