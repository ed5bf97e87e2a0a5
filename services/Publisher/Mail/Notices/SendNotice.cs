using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Mail.Notices;

/// <summary>Sends one notice that is due.</summary>
internal sealed class SendNotice(
    PublisherDb db,
    MailMessages messages,
    IOptions<MailOptions> options,
    TimeProvider time,
    ILogger<SendNotice> logger
)
{
    /// <returns>False where none is due.</returns>
    public async Task<bool> NextAsync(SmtpServer server, CancellationToken cancellationToken)
    {
        var (now, until) = (time.GetUtcNow(), time.GetUtcNow() + MailRetrySchedule.Lease);
        var claimed = await db
            .MailNotices.FromSql(
                $"""
                UPDATE mail_notices SET leased_until = {until} WHERE id = (
                    SELECT id FROM mail_notices
                    WHERE next_at <= {now} AND (leased_until IS NULL OR leased_until <= {now})
                    ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *
                """
            )
            .ToListAsync(cancellationToken);
        if (claimed is not [var notice])
        {
            return false;
        }

        try
        {
            var message = await messages.OfNoticeAsync(notice);
            await server.SendAsync(message, options.Value.ReturnPathOf(notice.SubscriberId ?? notice.Id));
            db.MailNotices.Remove(notice);
            PublisherMetrics.Mailed(succeeded: true);
        }
        catch (MailServerAwayException)
        {
            notice.LeasedUntil = null;
            await db.RecordAsync();
            throw;
        }
        catch (Exception error)
        {
            await FailAsync(notice, error);
        }

        await db.RecordAsync();
        return true;
    }

    private async Task FailAsync(MailNotice notice, Exception error)
    {
        PublisherMetrics.Mailed(succeeded: false);
        var (reason, now) = (MailFaults.ReasonOf(error.Message), time.GetUtcNow());
        notice.Attempts++;
        logger.LogWarning("Notice {Id} was not sent, at attempt {Attempt}: {Reason}", notice.Id, notice.Attempts, reason);
        if (MailFaults.IsGone(error) && await db.MailSubscribers.FindAsync(notice.SubscriberId ?? Guid.Empty) is { } subscriber)
        {
            subscriber.Bounce(isPermanent: true, reason, now);
        }

        if (MailFaults.IsRefused(error) || MailRetrySchedule.Next(notice.Attempts, now) is not { } next)
        {
            db.MailNotices.Remove(notice);
            return;
        }

        (notice.NextAt, notice.LeasedUntil) = (next, null);
    }
}
