using System.Net;
using System.Text.Json.Nodes;

namespace NewsEducator.Publisher.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class PageTests(PublisherFixture fixture)
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    private readonly ReleasedDay _day = new(fixture.App);
    private readonly HttpClient _http = fixture.App.CreateClient();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Published_output_is_open_to_everyone_and_runs_no_script()
    {
        await PublishAsync();
        var card = (await fixture.App.WithDbAsync(db => Task.FromResult(db.Cards.Single(card => card.DigestDate == _day.Date)))).Id;
        var date = $"{_day.Date:yyyy-MM-dd}";

        foreach (
            var address in new[]
            {
                "/digests",
                $"/digests/{date}",
                $"/digests/{date}.md",
                $"/digests/{date}.json",
                $"/digests/{date}.txt",
                $"/digests/{date}/history",
                $"/digests/{date}?lang=en",
                $"/archive/{_day.Date:yyyy-MM}",
                $"/items/{_day.ContentOf(1).ItemId}",
                "/concepts",
                "/sources",
                "/sources/github.com/northwind-labs/ledger",
                "/search?q=script",
                "/feeds",
                "/feeds/atom.xml",
                "/feeds/rss.xml",
                "/feeds/feed.json",
                "/sitemap.xml",
                "/robots.txt",
                "/schemas/digest.v1.json",
                "/cards",
                $"/cards/{card}.md",
            }
        )
        {
            var answer = await _http.GetAsync(address, Cancel);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            answer
                .Headers.GetValues("Content-Security-Policy")
                .ShouldBe(["default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"], address);
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], address);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"], address);

            using var head = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Cancel);
            (head.Headers.ETag, head.Content.Headers.ContentLength).ShouldBe(
                (answer.Headers.ETag, answer.Content.Headers.ContentLength),
                $"HEAD {address}"
            );
        }
    }

    [Fact]
    public async Task Readers_of_a_digests_JSON_are_told_to_pass_over_what_they_do_not_know()
    {
        var schema = await _http.GetStringAsync("/schemas/digest.v1.json", Cancel);

        schema.ShouldContain("\"revision\"");
        schema.ShouldNotContain("additionalProperties");
    }

    [Fact]
    public async Task A_strangers_title_is_text_on_the_page()
    {
        await PublishAsync();

        var page = await _http.GetStringAsync($"/digests/{_day.Date:yyyy-MM-dd}", Cancel);

        page.ShouldContain(WebUtility.HtmlEncode(Hostile));
        page.ShouldNotContain("<script");
        page.ShouldNotContain("<img");
    }

    [Fact]
    public async Task A_day_without_a_digest_is_not_found()
    {
        foreach (var form in new[] { "", ".md", ".json" })
        {
            (await _http.GetAsync($"/digests/2019-01-01{form}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private async Task<JsonNode> PublishAsync()
    {
        var item = _day.Item(1, _day.ContentOf(1) with { Title = Hostile });
        await _day.ArriveAsync(item);
        await _day.ArriveAsync(_day.Release(item));
        return await _day.PublishedAsync();
    }
}
