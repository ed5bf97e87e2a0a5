using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>Which webhooks can be made, and by whom; the addresses of these are never dialled.</summary>
[Collection(SliceCollection.Name)]
public sealed class WebhookAddressTests(PublisherFixture fixture)
{
    private readonly HttpClient _http = fixture.App.CreateOperator();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    public async Task G11_A_private_address_is_not_dialled(string url)
    {
        var created = await _http.PostAsJsonAsync("/api/webhooks", new { url = "https://receiver.example/" }, Cancel);
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (Guid)JsonNode.Parse(await created.Content.ReadAsStringAsync(Cancel))!["webhook"]!["id"]!;
        // As one that was made while a setting allowed it.
        await fixture.App.WithDbAsync(db =>
            db.Webhooks.Where(webhook => webhook.Id == id)
                .ExecuteUpdateAsync(update => update.SetProperty(webhook => webhook.Url, url), Cancel)
        );
        var desk = new WebhookDesk(_http);
        await desk.TestAsync(id);

        var attempt = (await desk.AttemptedAsync(id))["attempts"]![0]!;

        ((string)attempt["error"]!).ShouldContain("is not on the public internet");
        ((string)attempt["error"]!).ShouldContain("Publisher__Webhooks__PrivateReceivers");
        attempt["status"].ShouldBeNull();
        (await _http.DeleteAsync($"/api/webhooks/{id}", Cancel)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Theory]
    [InlineData("http://receiver.example/")]
    [InlineData("https://receiver.example:8443/")]
    [InlineData("https://user:secret@receiver.example/")]
    [InlineData("ftp://receiver.example/")]
    [InlineData("/relative")]
    [InlineData(null)]
    public async Task An_address_that_may_not_be_asked_is_refused(string? url) =>
        (await _http.PostAsJsonAsync("/api/webhooks", new { url }, Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("http://127.0.0.1:8099/", "Publisher__Webhooks__PrivateReceivers__0=127.0.0.1:8099")]
    [InlineData("https://receiver.lan:8443/hook", "Publisher__Webhooks__PrivateReceivers__0=receiver.lan:8443")]
    [InlineData("https://127.0.0.1/hook", "Publisher__Webhooks__PrivateReceivers__0=127.0.0.1:443")]
    [InlineData("https://localhost/hook", "Publisher__Webhooks__PrivateReceivers__0=localhost:443")]
    [InlineData("https://[fd00::7]/hook", "Publisher__Webhooks__PrivateReceivers__0=[fd00::7]:443")]
    [InlineData("https://169.254.169.254/hook", "Publisher__Webhooks__PrivateReceivers__0=169.254.169.254:443")]
    public async Task The_refusal_says_which_setting_would_allow_it(string url, string setting)
    {
        var answer = await _http.PostAsJsonAsync("/api/webhooks", new { url }, Cancel);

        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain(setting);
    }

    [Fact]
    public async Task A_filter_that_nobody_knows_is_named_and_no_webhook_is_made()
    {
        var answer = await _http.PostAsJsonAsync(
            "/api/webhooks",
            new { url = "https://example.org/hook", event_types = (string[])["x"] },
            Cancel
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("event_types");
        (await _http.GetStringAsync("/api/webhooks", Cancel)).ShouldNotContain("example.org");
    }

    [Fact]
    public async Task Only_operators_see_webhooks() =>
        (await fixture.App.CreateClient().GetAsync("/api/webhooks", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
}
