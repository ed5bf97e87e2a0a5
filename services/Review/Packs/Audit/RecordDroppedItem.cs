using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Schedule;
using NewsEducator.Review.Texts;

namespace NewsEducator.Review.Packs.Audit;

/// <summary>What was dropped is listed in the day's audit; an entry of a foreign pack whose source was not fetched is blocked.</summary>
internal sealed class RecordDroppedItem(ReviewDb db, PackCalendar calendar, TimeProvider time) : IConsumer<ItemDropped>
{
    public async Task Consume(ConsumeContext<ItemDropped> context)
    {
        var message = context.Message;
        ReviewMetrics.Dropped(message.Reason);
        if (await db.Audit.FindAsync([message.ItemId, message.Reason], context.CancellationToken) is null)
        {
            db.Audit.Add(
                new AuditEntry
                {
                    ItemId = message.ItemId,
                    Reason = message.Reason,
                    Date = message.Submission?.PackDate ?? calendar.DateOf(message.DroppedAt),
                    Url = message.Url,
                    Title = message.Title is null ? null : PlainText.Line(message.Title, 300),
                    Detail = PlainText.Line(message.Detail, 1000),
                    DroppedAt = message.DroppedAt.ToUniversalTime(),
                }
            );
        }

        if (message.Submission is { } submission)
        {
            var candidate = await db.Candidates.SingleAsync(each => each.Id == submission.Id, context.CancellationToken);
            var pack = await db.Packs.SingleAsync(each => each.Id == candidate.PackId, context.CancellationToken);
            candidate.RefuseUnfetched(NotFetched(message), time.GetUtcNow());
            pack.Touch();
        }
    }

    private static Finding NotFetched(ItemDropped message) =>
        new()
        {
            Rule = message.Reason == DropReason.Whitelist ? "source.whitelist" : "source.not-fetched",
            Severity = Severity.Block,
            Message = Text.Get("finding.not-fetched", Text.Chinese, message.Detail),
            MessageEn = Text.Get("finding.not-fetched", Text.English, message.Detail),
            Evidence = message.Url,
        };
}
