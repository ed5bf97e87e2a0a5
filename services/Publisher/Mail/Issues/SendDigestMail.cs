using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Mail.Subscribers;

namespace NewsEducator.Publisher.Mail.Issues;

/// <summary>Sends one mail that is due. It counts as sent once the server has taken it, and that is saved before the next one.</summary>
internal sealed class SendDigestMail(
    PublisherDb db,
    MailMessages messages,
    IOptions<MailOptions> options,
    TimeProvider time,
    ILogger<SendDigestMail> logger
)
{
    /// <returns>False where none is due.</returns>
    public async Task<bool> NextAsync(SmtpServer server, CancellationToken cancellationToken)
    {
        var (now, until) = (time.GetUtcNow(), time.GetUtcNow() + MailRetrySchedule.Lease);
        var claimed = await db
            .MailDeliveries.FromSql(
                $"""
                UPDATE mail_deliveries SET leased_until = {until} WHERE (date, revision, subscriber_id) = (
                    SELECT due.date, due.revision, due.subscriber_id
                    FROM mail_deliveries due JOIN mail_issues issue ON issue.date = due.date AND issue.revision = due.revision
                    WHERE due.next_at <= {now} AND (due.leased_until IS NULL OR due.leased_until <= {now}) AND issue.state = 'Sending'
                    ORDER BY due.next_at, due.subscriber_id LIMIT 1 FOR UPDATE OF due SKIP LOCKED)
                RETURNING *
                """
            )
            .ToListAsync(cancellationToken);
        if (claimed is not [var delivery])
        {
            return false;
        }

        try
        {
            await SendAsync(server, delivery, cancellationToken);
        }
        catch (MailServerAwayException)
        {
            delivery.LeasedUntil = null;
            await db.RecordAsync();
            throw;
        }

        await db.RecordAsync();
        return true;
    }

    private async Task SendAsync(SmtpServer server, MailDelivery delivery, CancellationToken cancellationToken)
    {
        var subscriber = await db.MailSubscribers.SingleOrDefaultAsync(each => each.Id == delivery.SubscriberId, cancellationToken);
        var issue = await db.MailIssues.SingleAsync(
            each => each.Date == delivery.Date && each.Revision == delivery.Revision,
            cancellationToken
        );
        var digest = await ReadDigests.FindAsync(db, delivery.Date, cancellationToken);
        if (digest is null || subscriber is not { State: MailSubscriberState.Confirmed })
        {
            delivery.End(MailDeliveryState.Cancelled);
            return;
        }

        try
        {
            var message = await messages.OfDigestAsync(digest, issue, subscriber);
            await server.SendAsync(message, options.Value.ReturnPathOf(subscriber.Id));
            delivery.End(MailDeliveryState.Sent);
            (delivery.SentAt, delivery.SentRevision, subscriber.SoftBounces) = (time.GetUtcNow(), digest.Revision, 0);
            PublisherMetrics.Mailed(succeeded: true);
        }
        catch (Exception error) when (error is not MailServerAwayException)
        {
            Fail(delivery, subscriber, error);
        }
    }

    private void Fail(MailDelivery delivery, MailSubscriber subscriber, Exception error)
    {
        PublisherMetrics.Mailed(succeeded: false);
        var (reason, now) = (MailFaults.ReasonOf(error.Message), time.GetUtcNow());
        delivery.Attempts++;
        logger.LogWarning(
            "Mail of {Date} to {Subscriber} was not sent, at attempt {Attempt}: {Reason}",
            delivery.Date,
            subscriber.Id,
            delivery.Attempts,
            reason
        );
        if (MailFaults.IsGone(error))
        {
            subscriber.Bounce(isPermanent: true, reason, now);
        }

        if (MailFaults.IsRefused(error) || MailRetrySchedule.Next(delivery.Attempts, now) is not { } next)
        {
            delivery.End(MailDeliveryState.Failed, reason);
            return;
        }

        (delivery.NextAt, delivery.LeasedUntil, delivery.Error) = (next, null, reason);
    }
}
