using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>What no database or reader can do with, in address, query and body of each kind of endpoint.</summary>
[Collection(SliceCollection.Name)]
public sealed class InputTests(PublisherFixture fixture)
{
    private const string Id = "00000000-0000-0000-0000-000000000001";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/search?q=a%00b", "q")]
    [InlineData("/concepts/a%01b", "key")]
    [InlineData("/sources/a%1Bb", "name")]
    [InlineData("/archive/2026%01", "month")]
    [InlineData("/feeds/a%01.atom", "file")]
    [InlineData("/feeds/concepts/%01/feed.atom", "key")]
    [InlineData("/feeds/types/%01/feed.atom", "type")]
    [InlineData("/decks/%01.csv", "file")]
    [InlineData("/decks/concepts/%01/deck.csv", "key")]
    [InlineData("/decks/months/%01/deck.csv", "month")]
    [InlineData("/schemas/%01.json", "file")]
    [InlineData("/digests/1999-12-31", "date")]
    [InlineData("/digests/0001-01-01.md", "date")]
    [InlineData("/digests/9999-12-31.json", "date")]
    [InlineData("/digests/2101-01-01.txt", "date")]
    [InlineData("/digests/2101-01-01/history", "date")]
    [InlineData("/subscribe/a%01b", "token")]
    [InlineData("/unsubscribe/a%01b", "token")]
    [InlineData("/api/mail/subscribers?after=%00", "after")]
    public Task So_it_is_in_addresses(string address, string field) => RefusedAsync(HttpMethod.Get, address, null, field);

    [Theory]
    [InlineData($"/unsubscribe/{Id}", HttpStatusCode.OK)]
    [InlineData("/subscribe", HttpStatusCode.NotFound)]
    [InlineData($"/items/{Id}/report", HttpStatusCode.NotFound)]
    public async Task A_form_without_a_body_is_an_empty_one(string address, HttpStatusCode status)
    {
        using var anybody = fixture.App.CreateClient();
        using var answer = await anybody.PostAsync(new Uri(address, UriKind.Relative), content: null, Cancel);
        answer.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("/api/webhooks", """{"url":"https://example.org/\u0000"}""", "url")]
    [InlineData("/api/webhooks", """{"url":"https://example.org/","events":[null]}""", "events[0]")]
    [InlineData("/api/webhooks", """{"url":"https://example.org/","types":["a\u0001"]}""", "types[0]")]
    [InlineData("/api/webhooks", """{"url":"https://example.org/","concepts":["a",null]}""", "concepts[1]")]
    [InlineData("/api/webhooks/ID/redeliver", """{"from":"1999-01-01T00:00:00Z","to":"2026-01-01T00:00:00Z"}""", "from")]
    [InlineData("/api/webhooks/ID/redeliver", """{"from":"2026-01-01T00:00:00Z","to":"9999-12-31T00:00:00Z"}""", "to")]
    [InlineData("/api/replays", """{"from":"0001-01-01","to":"2026-01-01","queue":"sub.a"}""", "from")]
    [InlineData("/api/replays", """{"from":"2026-01-01","to":"2101-01-01","queue":"sub.a"}""", "to")]
    [InlineData("/api/replays", """{"from":"2026-01-01","to":"2026-01-02","queue":"sub.a\u0000"}""", "queue")]
    [InlineData("/api/mail/bounces", """{"address":"a\u0000@example.org"}""", "address")]
    [InlineData("/api/mail/bounces", """{"address":"a@example.org","reason":"\u0007"}""", "reason")]
    [InlineData("/api/mail/issues/1999-01-01/1/send", null, "date")]
    [InlineData("/api/mail/issues/2101-01-01/1/cancel", null, "date")]
    [InlineData("/api/items/ID/withdrawal", """{"kind":"Retraction","reason":"a\u0000b"}""", "reason")]
    public Task So_it_is_in_bodies_and_routes_of_the_api(string address, string? body, string field) =>
        RefusedAsync(HttpMethod.Post, address.Replace("ID", Id, StringComparison.Ordinal), Json(body), field);

    [Fact]
    public Task A_changed_webhook_is_checked_as_a_new_one() =>
        RefusedAsync(HttpMethod.Put, $"/api/webhooks/{Id}", Json("""{"url":"https://example.org/","events":[null]}"""), "events[0]");

    [Theory]
    [InlineData("/subscribe", "address")]
    [InlineData("/items/ID/report", "text")]
    public Task So_it_is_in_a_readers_form(string address, string field) =>
        RefusedAsync(
            HttpMethod.Post,
            address.Replace("ID", Id, StringComparison.Ordinal),
            new FormUrlEncodedContent([KeyValuePair.Create(field, "a\u0001b")]),
            field
        );

    [Theory]
    [InlineData("/digests/2100-12-31", HttpStatusCode.NotFound)]
    [InlineData("/search?q=a%0Ab", HttpStatusCode.OK)]
    public async Task What_can_be_is_answered_as_before(string address, HttpStatusCode status)
    {
        using var http = fixture.App.CreateOperator();
        (await http.GetAsync(new Uri(address, UriKind.Relative), Cancel)).StatusCode.ShouldBe(status);
    }

    private static StringContent? Json(string? body) => body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

    private async Task RefusedAsync(HttpMethod method, string address, HttpContent? content, string field)
    {
        using var http = fixture.App.CreateOperator();
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await http.SendAsync(request, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, await answer.Content.ReadAsStringAsync(Cancel));
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel))
            .GetProperty("errors")
            .EnumerateObject()
            .Select(error => error.Name)
            .ShouldBe([field]);
    }
}
