using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class ReaderPageTests(PublisherFixture fixture)
{
    private readonly ReleasedDay _day = new(fixture.App);
    private readonly HttpClient _http = fixture.App.CreateClient();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Address => $"/digests/{_day.Date:yyyy-MM-dd}";

    [Theory]
    [InlineData("https://news.example/daily")]
    [InlineData("https://news.example/?a")]
    [InlineData("ftp://news.example")]
    public async Task An_address_that_links_would_not_keep_is_refused_at_start(string publicUrl)
    {
        await using var app = await PublisherApp.StartAsync(("Publisher:PublicUrl", publicUrl));

        Should
            .Throw<Microsoft.Extensions.Options.OptionsValidationException>(() => app.Server)
            .Message.ShouldContain("Publisher:PublicUrl");
    }

    [Fact]
    public async Task A_sentence_links_to_its_place_in_the_source_with_its_state()
    {
        var content = _day.ContentOf(1) with
        {
            Summary = "P99 从 `180ms` 升到 9s。重启没有用。",
            Claims =
            [
                new Claim
                {
                    Sentence = "P99 从 `180ms` 升到 9s。",
                    Quote = "P99 rose from `180ms` to 9s, post-deploy",
                    State = SentenceState.Matched,
                },
                new Claim { Sentence = "重启没有用。", State = SentenceState.Unchecked },
            ],
        };
        await _day.PublishAsync(_day.Item(1, content));

        var page = WebUtility.HtmlDecode(await _http.GetStringAsync(Address, Cancel));

        page.ShouldContain($"{content.CanonicalUrl}#:~:text=P99%20rose%20from%20180ms%20to%209s%2C%20post%2Ddeploy\"");
        page.ShouldContain(">要点相符</a>");
        page.ShouldContain(">需人读</a>");
        page.ShouldContain("<code>180ms</code>");
    }

    [Fact]
    public async Task All_sources_of_a_story_are_named_wherever_it_is_published()
    {
        const string other = "https://blog.example.org/post-mortem";
        var content = _day.ContentOf(1) with
        {
            FurtherSources =
            [
                new FurtherSource
                {
                    Url = other,
                    Kind = SourceKind.Article,
                    Title = "What <img src=x onerror=alert(1)> happened",
                    Author = "<b>ann</b>",
                },
            ],
        };
        await _day.PublishAsync(_day.Item(1, content));

        var page = await _http.GetStringAsync(Address, Cancel);
        page.ShouldNotContain("<img src=x");
        page.ShouldNotContain("<b>ann");
        page.ShouldContain($"<a href=\"{other}\"");
        WebUtility.HtmlDecode(page).ShouldContain("同一事件的其他来源");
        (await _http.GetStringAsync($"{Address}.txt", Cancel)).ShouldContain($"   {other}\n");
        (await _http.GetStringAsync($"{Address}.md", Cancel)).ShouldContain($"**其他来源**：{other}\n");
        JsonNode.Parse(await _http.GetStringAsync($"{Address}.json", Cancel))!["items"]![0]!["furtherSources"]![0]!["url"]!
            .GetValue<string>()
            .ShouldBe(other);
        (await _http.GetStringAsync("/feeds/atom.xml", Cancel)).ShouldContain(other);
    }

    [Fact]
    public async Task Items_stand_under_their_family_and_todays_points_lead_to_them()
    {
        var tutorial = _day.ContentOf(1) with { Type = ItemTypes.Comparison, OneLiner = "先量再改" };
        await _day.PublishAsync(_day.Item(1, tutorial), _day.Item(2));

        var source = await _http.GetStringAsync(Address, Cancel);
        source.ShouldContain(">先量再改</a>", Case.Sensitive, "Chinese is written as it is");
        var page = WebUtility.HtmlDecode(source);

        page.ShouldContain("<a href=\"#item-1\">先量再改</a>");
        page.IndexOf(">事故复盘 <", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf(">实战教程 <", StringComparison.Ordinal));
        page.ShouldContain("id=\"item-2\"");
        page.ShouldContain("itemtype=\"https://schema.org/NewsArticle\"");
        page.ShouldContain("由 ann 审核批准");
        page.ShouldContain("<meta name=\"AIGC\" content=\"{\"Label\":\"2\",\"ContentProducer\":\"News-Educator\"");
    }

    [Fact]
    public async Task The_frame_is_English_where_the_address_says_so_and_the_canonical_address_is_this_services()
    {
        await _day.PublishAsync(_day.Item(1));

        var page = await _http.GetStringAsync($"{Address}?lang=en", Cancel);

        page.ShouldContain("<html lang=\"en\">");
        page.ShouldContain("Today&#x27;s points");
        page.ShouldContain($"<link rel=\"canonical\" href=\"https://news.example{Address}?lang=en\"");
        page.ShouldContain($"hreflang=\"zh\" href=\"https://news.example{Address}\"");
        page.ShouldContain($"<meta property=\"og:url\" content=\"https://news.example{Address}?lang=en\"");
    }

    [Fact]
    public async Task The_day_before_and_the_day_after_are_one_click_away()
    {
        var next = new ReleasedDay(fixture.App);
        await _day.PublishAsync(_day.Item(1));
        await next.PublishAsync(next.Item(1));

        (await _http.GetStringAsync(Address, Cancel)).ShouldContain($"<a rel=\"next\" href=\"/digests/{next.Date:yyyy-MM-dd}\">");
        (await _http.GetStringAsync($"/digests/{next.Date:yyyy-MM-dd}", Cancel)).ShouldContain($"<a rel=\"prev\" href=\"{Address}\">");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".md")]
    [InlineData(".json")]
    [InlineData(".txt")]
    public async Task G2_The_same_digest_is_the_same_bytes_and_whoever_has_them_gets_304(string form)
    {
        await _day.PublishAsync(_day.Item(1), _day.Item(2));
        var first = await _http.GetAsync($"{Address}{form}", Cancel);
        var second = await _http.GetAsync($"{Address}{form}", Cancel);
        second.Headers.ETag.ShouldBe(first.Headers.ETag.ShouldNotBeNull());
        (await second.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(await first.Content.ReadAsByteArrayAsync(Cancel));

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Address}{form}")
        {
            Headers = { IfNoneMatch = { first.Headers.ETag } },
        };
        var known = await _http.SendAsync(request, Cancel);

        known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await known.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("每個月都", true)]
    [InlineData("個月", true)]
    [InlineData("月都", true)]
    [InlineData("月", true)]
    [InlineData("ＬＥＡＫ", true)]
    [InlineData("leak 個月", true)]
    [InlineData("個都", false)]
    [InlineData("lea", false)]
    [InlineData("leak 缺席", false)]
    public async Task G18_Every_part_of_a_Chinese_word_finds_it(string query, bool isFound)
    {
        var marker = $"w{Guid.NewGuid():N}";
        await _day.PublishAsync(_day.Item(1, _day.ContentOf(1) with { Title = $"連接池每個月都 Leak 一次 {marker}" }));

        var page = await _http.GetStringAsync($"/search?q={Uri.EscapeDataString($"{query} {marker}")}", Cancel);

        page.Contains($"/items/{_day.ContentOf(1).ItemId}", StringComparison.Ordinal).ShouldBe(isFound);
    }

    [Theory]
    [InlineData("C++", true)]
    [InlineData("c#", true)]
    [InlineData("lua", true)]
    [InlineData("redis+lua", true)]
    [InlineData("100", true)]
    [InlineData("F#", false)]
    [InlineData("redis+", false)]
    [InlineData("100++", false)]
    public async Task A_name_that_ends_in_signs_is_found_by_them(string query, bool isFound)
    {
        var marker = $"w{Guid.NewGuid():N}";
        await _day.PublishAsync(_day.Item(1, _day.ContentOf(1) with { Title = $"用C++重写 Redis+Lua，100+ 个 C# 服务 {marker}" }));

        var page = await _http.GetStringAsync($"/search?q={Uri.EscapeDataString($"{query} {marker}")}", Cancel);

        page.Contains($"/items/{_day.ContentOf(1).ItemId}", StringComparison.Ordinal).ShouldBe(isFound);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\\")]
    [InlineData("<script>")]
    [InlineData("")]
    public async Task A_strange_search_is_an_answer_and_no_error(string query)
    {
        var answer = await _http.GetAsync($"/search?q={Uri.EscapeDataString(query)}", Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("<script");
    }

    [Fact]
    public async Task A_concept_a_source_a_month_and_the_sitemap_lead_to_the_item()
    {
        var content = _day.ContentOf(1) with
        {
            CanonicalUrl = "https://www.Blog.example/Post?a=1#b",
            Concept = new Concept { Key = $"k {_day.Date:O}", Name = "缓存" },
        };
        await _day.PublishAsync(_day.Item(1, content));
        var item = $"/items/{content.ItemId}";

        foreach (var page in new[] { $"/concepts/{Uri.EscapeDataString(content.Concept.Key)}", "/sources/blog.example" })
        {
            (await _http.GetStringAsync(page, Cancel)).ShouldContain(item);
        }

        (await _http.GetStringAsync($"/archive/{_day.Date:yyyy-MM}", Cancel)).ShouldContain(Address);
        (await _http.GetStringAsync("/concepts", Cancel)).ShouldContain(Uri.EscapeDataString(content.Concept.Key));
        var sitemap = XDocument.Parse(await _http.GetStringAsync("/sitemap.xml", Cancel));
        sitemap.Descendants().Select(each => each.Value).ShouldContain($"https://news.example{item}");
        (await _http.GetAsync("/archive/2019-01", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _http.GetAsync("/concepts/unheard-of", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_digests_json_has_every_field_that_its_schema_requires_and_no_other()
    {
        await _day.PublishAsync(_day.Item(1));
        var digest = JsonNode.Parse(await _http.GetStringAsync($"{Address}.json", Cancel))!.AsObject();

        var schema = JsonNode.Parse(await _http.GetStringAsync(new Uri((string)digest["$schema"]!).AbsolutePath, Cancel))!;

        var properties = schema["properties"]!.AsObject().Select(each => each.Key).ToList();
        digest.Select(each => each.Key).ShouldBeSubsetOf(properties);
        schema["required"]!.AsArray().Select(each => (string)each!).ShouldBeSubsetOf(digest.Select(each => each.Key));
        var item = digest["items"]![0]!.AsObject();
        var items = schema["properties"]!["items"]!["items"]!["properties"]!.AsObject();
        item.Select(each => each.Key).ShouldBeSubsetOf(items.Select(each => each.Key));
    }

    /// <summary>One that is approved and not released is in no output whatever.</summary>
    [Fact]
    public async Task G5_What_is_not_released_is_in_no_output()
    {
        var secret = $"s{Guid.NewGuid():N}";
        var (open, held) = (_day.ContentOf(1), _day.ContentOf(2));
        var hidden = held with
        {
            Title = secret,
            OneLiner = secret,
            Concept = new Concept { Key = secret, Name = secret },
        };
        await _day.ArriveAsync(_day.Item(2, hidden));
        await _day.ArriveAsync(_day.Item(1, open));
        var other = new ReleasedDay(fixture.App);
        await other.PublishAsync(other.Item(1));
        await other.WrittenAsync();

        string[] outputs =
        [
            "/digests",
            $"/archive/{other.Date:yyyy-MM}",
            "/concepts",
            "/sources",
            "/sources/github.com/northwind-labs/ledger",
            $"/search?q={secret}x",
            $"/digests/{other.Date:yyyy-MM-dd}",
            $"/digests/{other.Date:yyyy-MM-dd}.json",
            "/feeds",
            "/feeds/atom.xml",
            "/feeds/rss.xml",
            "/feeds/feed.json",
            $"/feeds/types/{ItemTypes.Incident}/atom.xml",
            "/sitemap.xml",
            "/cards",
            "/robots.txt",
        ];
        foreach (var output in outputs)
        {
            (await _http.GetStringAsync(output, Cancel))
                .Replace($"{secret}x", "", StringComparison.Ordinal)
                .ShouldNotContain(secret, Case.Sensitive, output);
        }

        (await _http.GetStringAsync($"/search?q={secret}", Cancel)).ShouldNotContain(held.ItemId.ToString());
        (await _http.GetStringAsync("/sitemap.xml", Cancel)).ShouldNotContain(held.ItemId.ToString());
        foreach (var address in new[] { Address, $"/items/{held.ItemId}", $"/concepts/{secret}", $"/feeds/concepts/{secret}/atom.xml" })
        {
            (await _http.GetAsync(address, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        fixture.App.Subscriber.Events.ShouldAllBe(sent => !sent.Body.ToJsonString(null).Contains(secret));
        fixture.App.Notes().ShouldAllBe(note => !File.ReadAllText(Path.Combine(fixture.App.Vault, note)).Contains(secret));
    }
}
