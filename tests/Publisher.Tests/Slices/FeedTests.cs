using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CodeHollow.FeedReader;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>Read by a parser that is not of this house, as readers' programs do.</summary>
[Collection(SliceCollection.Name)]
public sealed partial class FeedTests(PublisherFixture fixture)
{
    private const string AtomFile = "atom.xml";
    private const string RssFile = "rss.xml";
    private const string JsonFile = "feed.json";

    private readonly ReleasedDay _day = new(fixture.App);
    private readonly HttpClient _http = fixture.App.CreateClient();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AtomFile)]
    [InlineData(RssFile)]
    [InlineData(JsonFile)]
    public async Task G1_A_retitled_item_is_the_same_entry(string file)
    {
        var content = _day.ContentOf(1) with { Title = "Cache bug" };
        await _day.PublishAsync(_day.Item(1, content));
        var before = await EntryAsync(file, content.ItemId);
        before.Title.ShouldBe("Cache bug");

        await fixture.App.WithDbAsync(async db =>
        {
            var item = await db.DigestItems.SingleAsync(each => each.ItemId == content.ItemId);
            item.Content = item.Content with { Title = "Cache failure" };
            return await db.SaveChangesAsync();
        });

        var after = await EntryAsync(file, content.ItemId);
        after.Title.ShouldBe("Cache failure");
        after.Id.ShouldBe(before.Id);
        before.Id.ShouldBe($"urn:uuid:{content.ItemId}");
    }

    [Theory]
    [InlineData(AtomFile)]
    [InlineData(RssFile)]
    [InlineData(JsonFile)]
    public async Task G2_Built_again_without_a_change_a_feed_is_the_same_bytes_and_is_not_sent_twice(string file)
    {
        await _day.PublishAsync(_day.Item(1));
        var address = ConceptFeed(_day.ContentOf(1), file);
        var first = await _http.GetAsync(address, Cancel);
        var bytes = await first.Content.ReadAsByteArrayAsync(Cancel);

        (await _http.GetByteArrayAsync(address, Cancel)).ShouldBe(bytes);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        (await _http.SendAsync(request, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData(AtomFile)]
    [InlineData(RssFile)]
    [InlineData(JsonFile)]
    public async Task G2_A_program_without_ETags_asks_by_the_time_of_the_last_change(string file)
    {
        // Of no other test.
        var content = _day.ContentOf(1) with
        {
            Concept = new Concept { Key = $"settled-{_day.Date:O}", Name = "缓存" },
        };
        await _day.PublishAsync(_day.Item(1, content));
        var address = ConceptFeed(content, file);
        // A change of this minute may be one of several that are not committed yet.
        (await _http.GetAsync(address, Cancel)).Content.Headers.LastModified.ShouldBeNull();
        var changed = new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await fixture.App.WithDbAsync(db =>
            db.Digests.Where(each => each.Date == _day.Date)
                .ExecuteUpdateAsync(update => update.SetProperty(each => each.PublishedAt, changed), Cancel)
        );

        (await _http.GetAsync(address, Cancel)).Content.Headers.LastModified.ShouldBe(changed);
        (await StatusAsync(address, changed)).ShouldBe(HttpStatusCode.NotModified);
        (await StatusAsync(address, changed.AddSeconds(-1))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(address, changed, "\"another\"")).ShouldBe(HttpStatusCode.OK, "the ETag is more exact");
    }

    private async Task<HttpStatusCode> StatusAsync(string address, DateTimeOffset known, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfModifiedSince = known } };
        request.Headers.TryAddWithoutValidation("If-None-Match", tag is null ? [] : [tag]);
        return (await _http.SendAsync(request, Cancel)).StatusCode;
    }

    [Fact]
    public async Task G2_A_feed_was_updated_when_its_newest_item_was_published()
    {
        await _day.PublishAsync(_day.Item(1));
        var published = await fixture.App.WithDbAsync(db =>
            db.Digests.Where(each => each.Date == _day.Date).Select(each => each.PublishedAt).SingleAsync()
        );

        var feed = XDocument.Parse(await _http.GetStringAsync(ConceptFeed(_day.ContentOf(1), AtomFile), Cancel)).Root!;

        DateTimeOffset.Parse(feed.Element(feed.Name.Namespace + "updated")!.Value, null).ShouldBe(published, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task G3_Illegal_characters_are_removed_and_stop_no_other_item()
    {
        const string Illegal = "bad\u0010\u0001\uFFFE\u001Btitle";
        var content = _day.ContentOf(1) with
        {
            Title = Illegal,
            Summary = Illegal,
            OneLiner = Illegal,
            Analogy = Illegal,
            Author = Illegal,
            Terms = [new Term { Name = Illegal, Explanation = Illegal }],
            Claims =
            [
                new Claim
                {
                    Sentence = Illegal,
                    Quote = Illegal,
                    State = SentenceState.Matched,
                },
            ],
        };
        var other = _day.ContentOf(2) with { Title = "the other one" };
        await _day.PublishAsync(_day.Item(1, content), _day.Item(2, other));

        foreach (var file in new[] { AtomFile, RssFile })
        {
            var text = await _http.GetStringAsync($"/feeds/{file}", Cancel);
            XDocument.Parse(text);
            (await EntryAsync(file, content.ItemId)).Title.ShouldBe("badtitle");
            (await EntryAsync(file, other.ItemId)).Title.ShouldBe("the other one");
        }

        (await _http.GetStringAsync($"/digests/{_day.Date:yyyy-MM-dd}.md", Cancel)).ShouldNotContain("\u0010");
    }

    [Fact]
    public void G3_A_lone_surrogate_is_removed_and_a_pair_kept() =>
        Digests.XmlSafeText.Of("a\uD83D b \uD83D\uDE00 \uDE00c").ShouldBe("a\uFFFD b \uD83D\uDE00 \uFFFDc");

    [Theory]
    [InlineData(AtomFile)]
    [InlineData(RssFile)]
    [InlineData(JsonFile)]
    public async Task G4_Links_are_absolute_and_code_is_untouched(string file)
    {
        var content = _day.ContentOf(1) with
        {
            Summary = "Use `src=\"/i/a.png\"` or `<a href=\"/x\">`.",
            Claims = [new Claim { Sentence = "Use `src=\"/i/a.png\"` or `<a href=\"/x\">`.", State = SentenceState.Matched }],
        };
        await _day.PublishAsync(_day.Item(1, content));

        var html = (await EntryAsync(file, content.ItemId)).Content;

        html.ShouldContain("<code>src=&quot;/i/a.png&quot;</code>");
        html.ShouldContain("<code>&lt;a href=&quot;/x&quot;&gt;</code>");
        Links().Matches(html).Select(link => link.Groups[1].Value).ShouldNotBeEmpty();
        Links().Matches(html).Select(link => link.Groups[1].Value).ShouldAllBe(link => link.StartsWith("https://"));
    }

    [Fact]
    public async Task A_feed_of_a_type_and_of_a_concept_holds_nothing_else()
    {
        var (advisory, other) = (
            _day.ContentOf(1) with
            {
                Type = ItemTypes.Advisory,
            },
            _day.ContentOf(2) with
            {
                Type = ItemTypes.Comparison,
            }
        );
        await _day.PublishAsync(_day.Item(1, advisory), _day.Item(2, other));

        var types = FeedReader.ReadFromString(await _http.GetStringAsync($"/feeds/types/{ItemTypes.Advisory}/{RssFile}", Cancel));
        var concept = FeedReader.ReadFromString(await _http.GetStringAsync(ConceptFeed(other, RssFile), Cancel));

        types.Items.Select(item => item.Id).ShouldContain($"urn:uuid:{advisory.ItemId}");
        types.Items.Select(item => item.Id).ShouldNotContain($"urn:uuid:{other.ItemId}");
        concept.Items.ShouldContain(item => item.Id == $"urn:uuid:{other.ItemId}");
        concept.Items.ShouldNotContain(item => item.Id == $"urn:uuid:{advisory.ItemId}");
        (await _http.GetAsync($"/feeds/types/nonsense/{RssFile}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _http.GetAsync("/feeds/opml.xml", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_entry_holds_the_whole_item_and_no_script()
    {
        const string Hostile = "<script>alert(1)</script>]]><img src=x onerror=alert(2)>";
        var content = _day.ContentOf(1) with
        {
            Title = Hostile,
            Summary = Hostile,
            OneLiner = Hostile,
            Analogy = "像水管一样",
            Claims = [],
        };
        await _day.PublishAsync(_day.Item(1, content));

        foreach (var file in new[] { AtomFile, RssFile, JsonFile })
        {
            var entry = await EntryAsync(file, content.ItemId);
            entry.Title.ShouldBe(Hostile);
            WebUtility.HtmlDecode(entry.Content).ShouldContain("像水管一样");
            entry.Content.ShouldNotContain("<script");
            entry.Content.ShouldNotContain("<img");
        }
    }

    [Fact]
    public async Task Every_reader_of_RSS_gets_the_time_with_its_zone_and_the_summary_as_text()
    {
        var content = _day.ContentOf(1) with { OneLiner = "用 `Map<K, V>` & <b>" };
        await _day.PublishAsync(_day.Item(1, content));

        var rss = XDocument.Parse(await _http.GetStringAsync($"/feeds/{RssFile}", Cancel));

        var item = rss.Descendants("item").Single(each => each.Element("guid")!.Value == $"urn:uuid:{content.ItemId}");
        foreach (var date in new[] { rss.Root!.Element("channel")!.Elements("lastBuildDate").Single(), item.Elements("pubDate").Single() })
        {
            date.Value.ShouldMatch("^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$");
        }

        item.Element("description")!.Value.ShouldBe("用 Map&lt;K, V&gt; &amp; &lt;b&gt;", "readers take it for HTML");
    }

    internal sealed record Entry(string Id, string Title, string Content);

    private async Task<Entry> EntryAsync(string file, Guid itemId)
    {
        var bytes = await _http.GetByteArrayAsync($"/feeds/{file}", Cancel);
        if (file == JsonFile)
        {
            var item = JsonNode.Parse(bytes)!["items"]!.AsArray().Single(each => (string)each!["id"]! == $"urn:uuid:{itemId}")!;
            return new Entry((string)item["id"]!, (string)item["title"]!, (string)item["content_html"]!);
        }

        var feed = FeedReader.ReadFromByteArray(bytes);
        feed.Type.ShouldBe(file == AtomFile ? FeedType.Atom : FeedType.Rss_2_0);
        var entry = feed.Items.Single(each => each.Id == $"urn:uuid:{itemId}");
        // The parser resolves one level of entities too many; what programs that do not would show is looked at as it is.
        var raw = XDocument.Parse(Encoding.UTF8.GetString(bytes)).Descendants().Single(each => each.Value == entry.Id).Parent!;
        var content = raw.Elements().Single(each => each.Name.LocalName is "encoded" or "content").Value;
        entry.Content.ShouldNotBeNullOrEmpty();
        return new Entry(entry.Id, entry.Title, content);
    }

    private static string ConceptFeed(ApprovedContent content, string file) => $"/feeds/concepts/{content.Concept.Key}/{file}";

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Links();
}
