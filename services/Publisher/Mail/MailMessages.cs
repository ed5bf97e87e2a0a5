using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Mail.Issues;
using NewsEducator.Publisher.Mail.Notices;
using NewsEducator.Publisher.Mail.Subscribers;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Publisher.Mail;

/// <summary>Writes the mails: a digest as it is now, and notices.</summary>
internal sealed class MailMessages(
    IServiceProvider services,
    ILoggerFactory loggers,
    IOptions<PublisherOptions> publisher,
    IOptions<MailOptions> options,
    TimeProvider time
)
{
    private string Domain => options.Value.Sender().Domain;

    public async Task<MimeMessage> OfDigestAsync(Digest digest, MailIssue issue, MailSubscriber subscriber)
    {
        var frame = Frame.Of(publisher.Value, subscriber.Language, isAbsolute: true);
        var unsubscribe = frame.Absolute($"/unsubscribe/{subscriber.Token}");
        var title = frame.Text("digest.title", Frame.Iso(digest.Date));
        var subject = issue.Revision > 1 ? frame.Text("mail.revised", title) : title;
        var html = await HtmlAsync<DigestMail>(
            new()
            {
                ["Frame"] = frame,
                ["Digest"] = digest,
                ["Subject"] = subject,
                ["Unsubscribe"] = unsubscribe,
            }
        );
        var text = $"{DigestPlainText.Render(digest, frame)}\n{frame.Text("mail.unsubscribe.text", unsubscribe)}\n";
        var message = MessageOf(subscriber.Address, subject, text, html);
        // The same for every attempt: a receiver that gets it twice can tell.
        message.MessageId = $"{Frame.Iso(issue.Date)}.{issue.Revision.ToString(CultureInfo.InvariantCulture)}.{subscriber.Id:N}@{Domain}";
        message.Headers.Add(HeaderId.ListId, $"{frame["site"]} <digests.{Domain}>");
        message.Headers.Add(HeaderId.ListArchive, $"<{frame.Absolute("/digests")}>");
        // One click, RFC 8058: the address takes a POST and asks nothing.
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{new Uri(publisher.Value.PublicUrl, $"/unsubscribe/{subscriber.Token}")}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return message;
    }

    public async Task<MimeMessage> OfNoticeAsync(MailNotice notice)
    {
        var html = await HtmlAsync<NoticeMail>(new() { ["Notice"] = notice });
        var text = string.Join("\n\n", new[] { notice.Lead, notice.Link, notice.Note }.Where(part => !string.IsNullOrEmpty(part)));
        var message = MessageOf(notice.Address, notice.Subject, $"{text}\n", html);
        message.MessageId = $"{notice.Id:N}@{Domain}";
        return message;
    }

    private MimeMessage MessageOf(string address, string subject, string text, string html)
    {
        var message = new MimeMessage
        {
            Subject = subject,
            Date = time.GetUtcNow(),
            Body = new BodyBuilder { TextBody = text, HtmlBody = html }.ToMessageBody(),
        };
        message.From.Add(options.Value.Sender());
        message.To.Add(MailboxAddress.Parse(address));
        // No out-of-office answers.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private async Task<string> HtmlAsync<TMail>(Dictionary<string, object?> parameters)
        where TMail : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.ToHtmlAsync<TMail>(parameters);
    }
}
