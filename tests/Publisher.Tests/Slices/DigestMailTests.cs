using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Mail.Issues;
using NewsEducator.Publisher.Mail.Subscribers;
using NewsEducator.Publisher.Tests.Mail;
using NewsEducator.Publisher.Withdrawals;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>Each digest and each correction reaches everybody once, whatever stops in between.</summary>
public sealed partial class DigestMailTests : MailTest
{
    [Fact]
    public async Task A_mail_is_text_and_html_with_absolute_links_and_nothing_that_runs()
    {
        await ConfirmedAsync("ann@example.org");
        const string Hostile = "<script>alert(1)</script><img src=\"/i/a.png\">";
        var day = NewDay();
        var content = day.ContentOf(1) with { Title = Hostile, Summary = "Use `src=\"/i/a.png\"`.", Claims = [] };
        await day.PublishAsync(day.Item(1, content));

        var mail = await MailedAsync("ann@example.org");

        mail.From.ShouldStartWith("bounces+");
        mail.Text.ShouldContain(Hostile);
        mail.Html.ShouldNotContain("<script");
        mail.Html.ShouldNotContain("<img");
        mail.Html.ShouldContain("<code>src=&quot;/i/a.png&quot;</code>");
        Attributes().Matches(mail.Html).Select(link => link.Groups[1].Value).ShouldAllBe(link => link.StartsWith("https://"));
        mail.Html.ShouldContain($"https://news.example/items/{content.ItemId}");
    }

    [Fact]
    public async Task G8_Killed_in_the_middle_only_those_are_mailed_who_were_not()
    {
        var addresses = Enumerable.Range(1, 9).Select(number => $"reader{number}@example.org").Append("stop@example.org").ToList();
        foreach (var address in addresses)
        {
            await ConfirmedAsync(address);
        }

        var day = await PublishAsync();
        // The server breaks off after stop@; what was sent before is confirmed.
        await Eventually.GetAsync(() => SentAsync(App, day.Date), sent => sent.Contains("stop@example.org"));
        await Eventually.GetAsync(
            () =>
                App.WithDbAsync(db =>
                    db.MailDeliveries.CountAsync(mail => mail.Attempts > 0 || mail.State == MailDeliveryState.Sent, Cancel)
                ),
            tried => tried == addresses.Count
        );
        var confirmed = await SentAsync(App, day.Date);
        (await IssueAsync(App, day.Date)).ShouldBe(MailIssueState.Sending);
        await using var again = App.Again();
        await App.StopAsync();
        await Server.TakeAgainAsync();
        await again.WithDbAsync(db =>
            db.MailDeliveries.Where(mail => mail.NextAt != null)
                .ExecuteUpdateAsync(mail => mail.SetProperty(each => each.NextAt, DateTimeOffset.UnixEpoch), Cancel)
        );
        again.CreateClient();

        await Eventually.GetAsync(() => IssueAsync(again, day.Date), state => state == MailIssueState.Finished);

        foreach (var address in addresses)
        {
            Server.To(address).Count().ShouldBe(1, $"{address}, {confirmed.Count} were confirmed before the restart");
        }

        Server.Mails.Select(mail => mail.Message.MessageId).Distinct().Count().ShouldBe(addresses.Count);
    }

    [Fact]
    public async Task G7_After_downtime_or_a_restored_backup_a_person_decides()
    {
        await ConfirmedAsync("ann@example.org");
        // Released five hours ago; who knows whether it was sent from the database that is lost.
        var day = new ReleasedDay(App) { DecidedAt = TimeProvider.System.GetUtcNow().AddHours(-5) };
        await day.PublishAsync(day.Item(1));
        (await MailedAsync("operator@news.example")).Message.Subject.ShouldBe($"日报邮件待确认：{day.Date:yyyy-MM-dd}");
        (await IssueAsync(App, day.Date)).ShouldBe(MailIssueState.Waiting);

        using var http = App.CreateOperator();
        var send = $"/api/mail/issues/{day.Date:yyyy-MM-dd}/1/send";
        (await http.PostAsync(send, null, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await FinishedAsync(day.Date);
        (await http.PostAsync(send, null, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Server.To("ann@example.org").ShouldHaveSingleItem();

        // As in the middle of sending: the copy says that nobody has looked at it for hours.
        await App.WithDbAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                """
                UPDATE mail_deliveries SET state = 'Pending', next_at = now(), sent_at = NULL, sent_revision = NULL;
                UPDATE mail_issues SET state = 'Sending', finished_at = NULL, seen_at = now() - interval '5 hours'
                """,
                Cancel
            )
        );
        await Eventually.GetAsync(() => IssueAsync(App, day.Date), state => state == MailIssueState.Waiting);
        (await http.PostAsync(send.Replace("send", "cancel", StringComparison.Ordinal), null, Cancel)).EnsureSuccessStatusCode();
        var next = await PublishAsync();
        await FinishedAsync(next.Date);
        Server.To("ann@example.org").Count().ShouldBe(2, "one of each day");
        JsonNode.Parse(await http.GetStringAsync("/api/mail/issues", Cancel))!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_costs_nothing_but_time()
    {
        await ConfirmedAsync("ann@example.org");
        var port = Server.Port;
        Server.Dispose();
        var day = await PublishAsync();
        await Eventually.GetAsync(() => IssueAsync(App, day.Date), state => state == MailIssueState.Sending);
        await App.SendAsync(Awaits(isOverdue: false));
        await Eventually.GetAsync(() => App.WithDbAsync(db => db.MailNotices.CountAsync(Cancel)), waiting => waiting == 1);

        Server = await MailServer.StartAsync(port);

        await MailedAsync("ann@example.org");
        await MailedAsync("reviewer@news.example");
        await FinishedAsync(day.Date);
        (await App.WithDbAsync(db => db.MailDeliveries.SingleAsync(Cancel))).Attempts.ShouldBe(0, "no recipient is blamed");
    }

    [Fact]
    public async Task A_refused_address_gets_nothing_more_and_a_busy_server_is_asked_again()
    {
        await ConfirmedAsync("refused@example.org");
        await ConfirmedAsync("busy@example.org");
        await ConfirmedAsync("policy@example.org");
        await ConfirmedAsync("ann@example.org");
        var day = await PublishAsync();

        await Eventually.GetAsync(() => StateAsync("refused@example.org"), state => state == MailSubscriberState.Bounced);
        await MailedAsync("ann@example.org");
        await MailedAsync("busy@example.org");
        (await StateAsync("policy@example.org")).ShouldBe(MailSubscriberState.Confirmed, "a wrong setting of ours is nobody's bounce");
        (await IssueAsync(App, day.Date)).ShouldBe(MailIssueState.Sending, "it is tried again");

        using var http = App.CreateOperator();
        var report = new
        {
            address = "Ann@example.org",
            isPermanent = true,
            reason = "550 mailbox is gone",
        };
        (await http.PostAsJsonAsync("/api/mail/bounces", report, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StateAsync("ann@example.org")).ShouldBe(MailSubscriberState.Bounced);
        (await http.GetStringAsync("/api/mail/subscribers", Cancel)).ShouldContain("550 mailbox is gone");
        var bounced = (await http.GetStringAsync("/api/mail/subscribers?state=Bounced&address=%20ANN%40", Cancel)).ToLowerInvariant();
        bounced.Split("\"address\"").Length.ShouldBe(2, bounced);
        bounced.ShouldNotContain("token");
        (await http.GetStringAsync("/api/mail/subscribers?address=nobody%25", Cancel)).ShouldBe("[]");
        (await http.GetStringAsync("/api/mail/subscribers/counts", Cancel)).ShouldContain("\"bounced\":2");
    }

    [Fact]
    public async Task A_takedown_is_mailed_to_those_who_got_the_item_and_its_text_is_kept_nowhere()
    {
        await ConfirmedAsync("ann@example.org");
        var day = NewDay();
        var doomed = day.ContentOf(1) with { Title = "doomed title", Summary = "doomed summary" };
        await day.PublishAsync(day.Item(1, doomed), day.Item(2));
        await FinishedAsync(day.Date);
        await ConfirmedAsync("late@example.org");

        await day.WithdrawAsync(doomed.ItemId, WithdrawalKind.Takedown);

        await Eventually.GetAsync(() => IssueAsync(App, day.Date, 2), state => state == MailIssueState.Finished);
        var mails = Server.To("ann@example.org").ToList();
        mails.Count.ShouldBe(2);
        mails[0].Html.ShouldContain("doomed");
        mails[1].Message.Subject!.ShouldStartWith("更正：");
        mails[1].Text.ShouldContain("原因：数字与来源不符");
        (mails[1].Text + mails[1].Html).ShouldNotContain("doomed");
        Server.To("late@example.org").ShouldBeEmpty("who did not get it needs no correction");
        using var editor = App.CreateOperator();
        var checks = JsonNode.Parse(await editor.GetStringAsync($"/api/items/{doomed.ItemId}/withdrawal", Cancel))!.AsArray();
        var check = checks.Single(each => (string)each!["output"]! == "mail")!;
        ((bool)check["isDone"]!, (string)check["proof"]!).ShouldBe((true, "1 mails of later revisions sent, 0 revisions wait"));
        var columns = await App.WithDbAsync(db =>
            db.Database.SqlQueryRaw<string>(
                    """
                    SELECT column_name AS "Value" FROM information_schema.columns
                    WHERE table_name IN ('mail_subscribers', 'mail_issues', 'mail_deliveries') AND data_type IN ('text', 'jsonb', 'bytea')
                    """
                )
                .ToListAsync(Cancel)
        );
        columns.ShouldBe(
            ["address", "token", "state", "language", "bounce_reason", "state", "decided_by", "state", "error"],
            ignoreOrder: true,
            "no table of digests' mails has a place for what they said"
        );
    }

    [GeneratedRegex("(?:href|src|cite)=\"([^\"]*)\"")]
    private static partial Regex Attributes();
}
