using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Mail.Subscribers;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>Who gets mail: only those who confirm, until they leave.</summary>
public sealed partial class SubscribeTests : MailTest
{
    [Fact]
    public async Task G9_Only_who_confirms_gets_digests_and_only_a_post_ends_that()
    {
        using var reader = App.CreateClient();
        (await SubscribeAsync(reader, "Ann@Example.org")).ShouldContain("请查收邮件");
        (await SubscribeAsync(reader, "ann@example.org")).ShouldContain("请查收邮件");
        (await SubscribeAsync(reader, "not an address")).ShouldContain("无法使用");
        (await SubscribeAsync(reader, "bob@example.org")).ShouldContain("请查收邮件");
        var asked = await MailedAsync("ann@example.org");
        var confirm = Link().Match(asked.Text).Value;
        confirm.ShouldStartWith("https://news.example/subscribe/");
        asked.Html.ShouldContain(confirm);

        (await reader.GetStringAsync(new Uri(confirm).PathAndQuery, Cancel)).ShouldContain("method=\"post\"");
        (await StateAsync("ann@example.org")).ShouldBe(MailSubscriberState.Pending);
        (await reader.PostAsync(new Uri(confirm).PathAndQuery, null, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StateAsync("ann@example.org")).ShouldBe(MailSubscriberState.Confirmed);

        var day = await PublishAsync();
        await FinishedAsync(day.Date);
        var digest = Server.To("ann@example.org").Skip(1).ShouldHaveSingleItem();
        Server.To("bob@example.org").ShouldHaveSingleItem("bob was asked and did not answer");
        Server.To("ann@example.org").Count().ShouldBe(2, "asked twice within an hour, mailed once");
        digest.Message.Subject.ShouldBe($"技术资讯日报 - {day.Date:yyyy-MM-dd}");
        digest.Message.Headers[HeaderId.ListUnsubscribePost].ShouldBe("List-Unsubscribe=One-Click");
        digest.Message.Headers[HeaderId.ListId]!.ShouldEndWith("<digests.news.example>");
        var unsubscribe = digest.Message.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>');

        Uri[] links = [.. Link().Matches(digest.Html + digest.Text).Select(link => new Uri(WebUtility.HtmlDecode(link.Value)))];
        links.ShouldContain(link => link.AbsoluteUri == unsubscribe);
        foreach (var link in links.Where(link => link.Host == "news.example"))
        {
            // As a scanner does.
            (await reader.GetAsync(link.PathAndQuery, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await StateAsync("ann@example.org")).ShouldBe(MailSubscriberState.Confirmed);
        using var oneClick = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        var answer = await reader.PostAsync(new Uri(unsubscribe).PathAndQuery, oneClick, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBeEmpty();
        (await App.WithDbAsync(db => db.MailSubscribers.Select(each => each.Address).ToListAsync(Cancel))).ShouldBe(["bob@example.org"]);
        (await App.WithDbAsync(db => db.MailDeliveries.CountAsync(Cancel))).ShouldBe(0, "nothing is kept of who left");
        (await reader.PostAsync(new Uri(unsubscribe).PathAndQuery, oneClick, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.PostAsync(new Uri(confirm).PathAndQuery, null, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_form_is_ours_and_limited_by_address()
    {
        using var reader = App.CreateClient(new() { AllowAutoRedirect = false });
        (await reader.GetStringAsync("/digests", Cancel)).ShouldContain("action=\"/subscribe\"");
        using var foreign = FormOf("victim@example.org");
        foreign.Headers.Add("Origin", "https://evil.example");
        (await reader.SendAsync(foreign, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var number in Enumerable.Range(1, 5))
        {
            using var form = FormOf($"reader{number}@example.org");
            (await reader.SendAsync(form, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Found);
        }

        using var sixth = FormOf("reader6@example.org");
        var answer = await reader.SendAsync(sixth, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("reader6@example.org", Case.Sensitive, "nobody types it twice");
    }

    [Fact]
    public async Task An_address_that_nobody_confirms_is_deleted()
    {
        var now = TimeProvider.System.GetUtcNow();
        await App.WithDbAsync(async db =>
        {
            foreach (var (address, at) in new[] { ("old@example.org", now.AddDays(-8)), ("new@example.org", now) })
            {
                var subscriber = MailSubscriber.Of(address, "zh", at);
                subscriber.Ask("zh", at).ShouldBeTrue();
                db.MailSubscribers.Add(subscriber);
            }

            return await db.SaveChangesAsync(Cancel);
        });

        await App.WithScopeAsync<ForgetSubscribers, bool>(async forget =>
        {
            await forget.RunAsync(Cancel);
            return true;
        });

        (await App.WithDbAsync(db => db.MailSubscribers.Select(each => each.Address).ToListAsync(Cancel))).ShouldBe(["new@example.org"]);
    }

    private static HttpRequestMessage FormOf(string address) =>
        new(HttpMethod.Post, "/subscribe") { Content = new FormUrlEncodedContent([new("address", address)]) };

    /// <returns>The page that answers.</returns>
    private static async Task<string> SubscribeAsync(HttpClient reader, string address)
    {
        using var form = new FormUrlEncodedContent([new("address", address)]);
        var answer = await reader.PostAsync("/subscribe", form, Cancel);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [GeneratedRegex("""https://[^\s"<>]+""")]
    private static partial Regex Link();
}
