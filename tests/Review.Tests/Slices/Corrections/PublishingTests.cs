using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Review.Access;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Tests.Slices.Corrections;

/// <summary>The pages over the Publisher's API.</summary>
[Collection(SliceCollection.Name)]
public sealed class PublishingTests(ReviewFixture fixture)
{
    private static readonly string Withdrawal = $"/api/items/{PublisherStub.Item}/withdrawal";
    private static readonly string Hook = $"/publishing/webhooks/{PublisherStub.Hook}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PublisherStub Publisher => fixture.App.Neighbours.Publisher;

    [Fact]
    public async Task An_editor_sees_the_revisions_and_withdraws_as_themselves()
    {
        using var page = await PageSession.SignInAsync(fixture.App, "editor");

        var html = await ReadAsync(await page.GetAsync("/publishing"));
        html.ShouldContain("&lt;b&gt;连接池&lt;/b&gt;");
        html.ShouldContain("更正第 1 条");
        html.ShouldContain("href=\"/publishing\"");
        var stale = await WithdrawAsync(page, revision: "1");
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await ReadAsync(stale)).ShouldContain("The digest has changed.");
        (await WithdrawAsync(page, revision: "2")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var call = Publisher.Last($"POST {Withdrawal}");
        call.Tag.ShouldBe("\"2\"");
        var tokens = fixture.App.Services.GetRequiredService<PageTokens>();
        var hash = TokenDigest.Of(call.Token!).Hash;
        (await tokens.FindAsync(hash, Cancel)).ShouldBe(new LookUpKey.Holder("the editor", "editor"));
        (await fixture.App.ClientOf(call.Token!).GetAsync("/api/packs", Cancel)).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized,
            "it is for other services only"
        );
        await fixture.App.WithDbAsync(db =>
            db.PageTokens.ExecuteUpdateAsync(set => set.SetProperty(each => each.ExpiresAt, DateTimeOffset.UnixEpoch), Cancel)
        );
        (await tokens.FindAsync(hash, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task An_operator_makes_switches_rotates_tests_and_resends_and_the_secret_is_shown_once()
    {
        using var page = await PageSession.SignInAsync(fixture.App, "operator");
        (await ReadAsync(await page.GetAsync("/publishing/webhooks"))).ShouldContain("https://receiver.example/");

        var refused = await page.PostAsync("/publishing/webhooks", ("url", "ftp://x"), ("events", "pack.ready.v1"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var form = await ReadAsync(refused);
        form.ShouldContain("The address must begin with https://.");
        form.ShouldContain("value=\"pack.ready.v1\"", Case.Sensitive, "nobody types it twice");
        var made = await page.PostAsync("/publishing/webhooks", ("url", "https://receiver.example/"), ("events", "pack.ready.v1 x"));
        (await ReadAsync(made)).ShouldContain("whsec_once");
        Publisher.Last("POST /api/webhooks").Body.ShouldBe("pack.ready.v1");
        (await ReadAsync(await page.GetAsync("/publishing/webhooks"))).ShouldNotContain("whsec_");

        (await ReadAsync(await page.PostAsync($"{Hook}/rotate"))).ShouldContain("whsec_new");
        (await page.PostAsync($"{Hook}/disable")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var switched = Publisher.Last($"PUT /api/webhooks/{PublisherStub.Hook}");
        (switched.Body, switched.Tag).ShouldBe(("False", "\"7\""));
        (await page.PostAsync($"{Hook}/test")).Headers.Location!.OriginalString.ShouldBe(Hook);
        var deliveries = await ReadAsync(await page.GetAsync(Hook));
        deliveries.ShouldContain("<code>https://receiver.example/</code>");
        deliveries.ShouldContain("answered 500, expected 2xx");
        deliveries.ShouldContain("&lt;i&gt;oops&lt;/i&gt;");
        await page.PostAsync($"{Hook}/deliveries/5");
        Publisher.Last($"POST /api/webhooks/{PublisherStub.Hook}/deliveries/5/redeliver").Token.ShouldNotBeNull();
        var range = await page.PostAsync($"{Hook}/deliveries", ("from", "2026-03-08"), ("to", "2026-03-09"));
        Publisher
            .Last($"POST /api/webhooks/{PublisherStub.Hook}/redeliver")
            .Body.ShouldBe("2026-03-07T16:00:00.0000000+00:00 2026-03-09T16:00:00.0000000+00:00", "both days, in the zone of packs");
        (await ReadAsync(await page.GetAsync(range.Headers.Location!.OriginalString))).ShouldContain("17 个事件");
        await page.PostAsync($"{Hook}/delete");
        Publisher.Last($"DELETE /api/webhooks/{PublisherStub.Hook}").Token.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_operator_lets_overdue_mail_go_or_ends_it()
    {
        using var page = await PageSession.SignInAsync(fixture.App, "operator");

        var html = await ReadAsync(await page.GetAsync("/publishing/mail"));
        html.ShouldContain("已寄 3 · 待寄 5 · 被拒 1");
        (await page.PostAsync("/publishing/mail/2026-03-09/2/send")).Headers.Location!.OriginalString.ShouldBe("/publishing/mail");
        Publisher.Last("POST /api/mail/issues/2026-03-09/2/send").Token.ShouldNotBeNull();
        var refused = await page.PostAsync("/publishing/mail/2026-03-09/2/cancel");
        (await ReadAsync(refused)).ShouldContain("The issue is not Waiting any more.");
    }

    [Fact]
    public async Task An_operator_finds_subscribers_by_address_and_unsubscribes_one_on_request()
    {
        using var page = await PageSession.SignInAsync(fixture.App, "operator");

        var html = await ReadAsync(await page.GetAsync("/publishing/mail/subscribers?of=+Ann%40&state=Bounced"));
        html.ShouldContain("已确认 12 · 待确认 3 · 已退信 1");
        html.ShouldContain("&quot;&lt;b&gt;ann&lt;/b&gt;&quot;@example.org");
        html.ShouldContain("550 5.1.1 &lt;i&gt;unknown&lt;/i&gt;");
        html.ShouldContain("退信于");
        html.ShouldContain("value=\"Ann@\"");
        Publisher.Last("GET /api/mail/subscribers").Body.ShouldBe("?address=Ann%40&state=Bounced");
        (await ReadAsync(await page.GetAsync("/publishing/mail"))).ShouldContain("href=\"/publishing/mail/subscribers\"");

        var unsubscribe = $"/publishing/mail/subscribers/{PublisherStub.Subscriber}/unsubscribe";
        (await page.PostForgedAsync(unsubscribe)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var done = await page.PostAsync(unsubscribe, ("of", "Ann@"));
        done.Headers.Location!.OriginalString.ShouldBe("/publishing/mail/subscribers?of=Ann%40");
        Publisher.Last($"DELETE /api/mail/subscribers/{PublisherStub.Subscriber}").Token.ShouldNotBeNull();
        var gone = await page.PostAsync($"/publishing/mail/subscribers/{Guid.Empty}/unsubscribe");
        gone.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("editor", "/publishing/mail/subscribers")]
    [InlineData("reviewer", "/publishing")]
    [InlineData("editor", "/publishing/mail")]
    [InlineData("editor", "/publishing/webhooks")]
    public async Task Who_may_not_is_asked_to_sign_in_as_somebody_else(string role, string address)
    {
        using var page = await PageSession.SignInAsync(fixture.App, role);

        (await page.GetAsync(address)).Headers.Location!.OriginalString.ShouldContain("/signin");
        (await page.PostForgedAsync($"{Hook}/delete")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> WithdrawAsync(PageSession page, string revision) =>
        page.PostAsync(
            $"/publishing/items/{PublisherStub.Item}/withdraw",
            ("kind", "Retraction"),
            ("reason", "数字有误"),
            ("revision", revision)
        );

    private static Task<string> ReadAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancel);
}
