using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Mail.Issues;
using NewsEducator.Publisher.Mail.Subscribers;
using NewsEducator.Publisher.Pages;
using NewsEducator.Publisher.Webhooks;

namespace NewsEducator.Publisher.Mail.Notices;

/// <summary>Makes notices due, in the transaction of what they report. Without a mail server there are none.</summary>
internal sealed class MailNotices(PublisherDb db, IOptions<MailOptions> options, IOptions<PublisherOptions> publisher, TimeProvider time)
{
    /// <summary>Asks an address that somebody named whether its owner wants digests.</summary>
    public void AskToConfirm(MailSubscriber subscriber)
    {
        var frame = FrameOf(subscriber.Language);
        db.MailNotices.Add(
            new MailNotice
            {
                Id = Guid.NewGuid(),
                Address = subscriber.Address,
                SubscriberId = subscriber.Id,
                Language = frame.HtmlLanguage,
                Subject = frame.Text("mail.confirm.subject", frame["site"]),
                Lead = frame["mail.confirm.text"],
                Link = frame.Absolute($"/subscribe/{subscriber.Token}"),
                LinkName = frame["subscribe.confirm.go"],
                Note = frame["mail.confirm.ignore"],
                NextAt = time.GetUtcNow(),
            }
        );
    }

    public void PackAwaitsReview(PackAwaitsReview message)
    {
        var frame = FrameOf(options.Value.Language);
        var kind = message.IsOverdue ? "overdue" : "ready";
        Tell(
            options.Value.Reviewers,
            frame,
            frame.Text($"mail.pack.{kind}", Frame.Iso(message.PackDate)),
            frame.Text("mail.pack.text", message.Candidates, message.Undecided, frame.MinuteOf(message.Since)),
            message.Url
        );
    }

    public void WebhookDisabled(Webhook webhook, string reason)
    {
        var frame = FrameOf(options.Value.Language);
        var host = new Uri(webhook.Url).Host;
        Tell(options.Value.Operators, frame, frame.Text("mail.webhook", host), frame.Text("mail.webhook.text", webhook.Id, host, reason));
    }

    public void IssueWaits(MailIssue issue)
    {
        var frame = FrameOf(options.Value.Language);
        var date = Frame.Iso(issue.Date);
        Tell(
            options.Value.Operators,
            frame,
            frame.Text("mail.waits", date),
            frame.Text("mail.waits.text", date, issue.Revision, frame.MinuteOf(issue.DueAt))
        );
    }

    private void Tell(IEnumerable<string> addresses, Frame frame, string subject, string lead, string? link = null)
    {
        foreach (var address in options.Value.IsOn ? addresses : [])
        {
            db.MailNotices.Add(
                new MailNotice
                {
                    Id = Guid.NewGuid(),
                    Address = address,
                    Language = frame.HtmlLanguage,
                    Subject = PlainText.Line(subject),
                    Lead = PlainText.Line(lead),
                    Link = link,
                    LinkName = link is null ? null : frame["mail.open"],
                    NextAt = time.GetUtcNow(),
                }
            );
        }
    }

    private Frame FrameOf(string language) => Frame.Of(publisher.Value, language, isAbsolute: true);
}
