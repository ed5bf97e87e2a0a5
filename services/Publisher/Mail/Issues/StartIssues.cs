using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Mail.Notices;
using NewsEducator.Publisher.Mail.Subscribers;

namespace NewsEducator.Publisher.Mail.Issues;

/// <summary>Lets due issues go, holds overdue ones for a person, and ends those that have reached everybody.</summary>
internal sealed class StartIssues(
    PublisherDb db,
    MailNotices notices,
    IOptions<MailOptions> options,
    TimeProvider time,
    ILogger<StartIssues> logger
)
{
    /// <summary>Stable: alerts watch for it.</summary>
    private static readonly EventId IssueWaits = new(2403, "MailIssueWaits");

    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var issues = await db
            .MailIssues.FromSql($"SELECT * FROM mail_issues WHERE state IN ('Due', 'Sending') FOR UPDATE SKIP LOCKED")
            .OrderBy(issue => issue.Date)
            .ThenBy(issue => issue.Revision)
            .ToListAsync(cancellationToken);
        foreach (var issue in issues)
        {
            if (IsOverdue(issue))
            {
                Hold(issue);
            }
            else if (issue.State == MailIssueState.Due)
            {
                await StartAsync(issue, cancellationToken);
            }
            else
            {
                await LookAsync(issue, cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>As after a restored backup or a long downtime: only a person can know whether it was sent meanwhile. That the mail server
    /// is away does not count, for this service is there to look.</summary>
    private bool IsOverdue(MailIssue issue)
    {
        var since = issue.State == MailIssueState.Sending ? issue.SeenAt ?? issue.DueAt : issue.DueAt;
        return (issue.State == MailIssueState.Sending || issue.DecidedBy is null) && time.GetUtcNow() - since > options.Value.Grace;
    }

    private void Hold(MailIssue issue)
    {
        issue.State = MailIssueState.Waiting;
        notices.IssueWaits(issue);
        PublisherMetrics.MailWaits();
        logger.LogError(IssueWaits, "Mail of {Date} revision {Revision} is overdue and waits for a person", issue.Date, issue.Revision);
    }

    private async Task StartAsync(MailIssue issue, CancellationToken cancellationToken)
    {
        // A revision is for those who got what it changes, so that has to be through.
        var hasEarlier = await db
            .MailIssues.AsNoTracking()
            .AnyAsync(
                each =>
                    each.Date == issue.Date
                    && each.Revision < issue.Revision
                    && each.State != MailIssueState.Finished
                    && each.State != MailIssueState.Cancelled,
                cancellationToken
            );
        if (hasEarlier)
        {
            return;
        }

        (issue.State, issue.SeenAt) = (MailIssueState.Sending, time.GetUtcNow());
        // Where a person let it go on, the recipients are known.
        if (!await Deliveries(issue).AnyAsync(cancellationToken))
        {
            var recipients = await Recipients(issue).ToListAsync(cancellationToken);
            db.MailDeliveries.AddRange(
                recipients.Select(id => new MailDelivery
                {
                    Date = issue.Date,
                    Revision = issue.Revision,
                    SubscriberId = id,
                    State = MailDeliveryState.Pending,
                    NextAt = time.GetUtcNow(),
                })
            );
        }
    }

    private async Task LookAsync(MailIssue issue, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!await Deliveries(issue).AnyAsync(mail => mail.State == MailDeliveryState.Pending, cancellationToken))
        {
            (issue.State, issue.FinishedAt) = (MailIssueState.Finished, now);
        }
        else if (now - issue.SeenAt > Look)
        {
            issue.SeenAt = now;
        }
    }

    /// <summary>A revision goes to those who got an earlier one, and not this one already.</summary>
    private IQueryable<Guid> Recipients(MailIssue issue)
    {
        var confirmed = db.MailSubscribers.Where(each => each.State == MailSubscriberState.Confirmed);
        var sent = db.MailDeliveries.Where(mail => mail.Date == issue.Date && mail.SentRevision != null);
        if (issue.Revision > 1)
        {
            confirmed = confirmed.Where(each =>
                sent.Any(mail => mail.SubscriberId == each.Id && mail.SentRevision < issue.Revision)
                && !sent.Any(mail => mail.SubscriberId == each.Id && mail.SentRevision >= issue.Revision)
            );
        }

        return confirmed.Select(each => each.Id);
    }

    private IQueryable<MailDelivery> Deliveries(MailIssue issue) =>
        db.MailDeliveries.Where(mail => mail.Date == issue.Date && mail.Revision == issue.Revision);
}
