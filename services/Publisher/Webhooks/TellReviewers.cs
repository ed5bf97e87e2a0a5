using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Mail.Notices;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>Mails reviewers, and sends their own events to the webhooks that name them. These concern nobody who subscribes to digests, so
/// they are on no exchange, and a webhook that wants everything that is published is not sent them.</summary>
internal sealed class TellReviewers(PublisherDb db, Announcements announcements, MailNotices notices) : IConsumer<PackAwaitsReview>
{
    public const string Ready = "pack.ready.v1";
    public const string Overdue = "pack.overdue.v1";

    public static readonly IReadOnlyList<string> Types = [Ready, Overdue];

    public async Task Consume(ConsumeContext<PackAwaitsReview> context)
    {
        var message = context.Message;
        notices.PackAwaitsReview(message);
        var type = message.IsOverdue ? Overdue : Ready;
        var enabled = await db.Webhooks.AsNoTracking().Where(each => each.DisabledAt == null).ToListAsync(context.CancellationToken);
        announcements.TellOnly(
            type,
            ItemIds.From($"{type}\n{message.PackId:N}"),
            message.At.ToUniversalTime(),
            message,
            enabled.Where(webhook => webhook.Events.Contains(type))
        );
    }
}
