using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class WithdrawalTests(PublisherFixture fixture)
{
    private readonly ReleasedDay _day = new(fixture.App);
    private readonly HttpClient _http = fixture.App.CreateClient();
    private readonly string _secret = $"t{Guid.NewGuid():N}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Digest => $"/digests/{_day.Date:yyyy-MM-dd}";

    private ApprovedContent Doomed =>
        _day.ContentOf(1) with
        {
            Title = $"标题 {_secret}",
            Summary = $"摘要 {_secret}",
            OneLiner = _secret,
            Concept = new Concept { Key = $"doomed-{_day.Date:O}", Name = "连接池" },
            Claims =
            [
                new Claim
                {
                    Sentence = $"摘要 {_secret}",
                    Quote = _secret,
                    State = SentenceState.Matched,
                },
            ],
        };

    [Fact]
    public async Task G17_A_takedown_reaches_every_output_and_says_so()
    {
        await PublishAsync();
        var updated = await FeedUpdatedAsync();
        // A feed's time has no fractions of a second.
        await Eventually.NextSecondAsync();

        var answer = await WithdrawAsync("Takedown", "来源要求移除", "\"1\"");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ETag!.Tag.ShouldBe("\"2\"");
        await _day.WrittenAsync(revision: 2);
        var item = await _http.GetAsync($"/items/{Doomed.ItemId}", Cancel);
        item.StatusCode.ShouldBe(HttpStatusCode.Gone);
        WebUtility.HtmlDecode(await item.Content.ReadAsStringAsync(Cancel)).ShouldContain("来源要求移除");
        string[] outputs =
        [
            Digest,
            $"{Digest}.md",
            $"{Digest}.json",
            $"{Digest}.txt",
            $"{Digest}/history",
            $"/archive/{_day.Date:yyyy-MM}",
            "/digests",
            "/feeds/atom.xml",
            "/feeds/rss.xml",
            "/feeds/feed.json",
            "/cards",
            "/sources/github.com/northwind-labs/ledger",
            $"/feeds/concepts/{Doomed.Concept.Key}/atom.xml",
        ];
        foreach (var output in outputs)
        {
            (await _http.GetStringAsync(output, Cancel)).ShouldNotContain(_secret, Case.Sensitive, output);
        }

        (await _http.GetStringAsync("/sitemap.xml", Cancel)).ShouldNotContain(Doomed.ItemId.ToString());
        (await _http.GetStringAsync($"/search?q={_secret}", Cancel)).ShouldNotContain(Doomed.ItemId.ToString());
        (await FeedUpdatedAsync()).ShouldBeGreaterThan(updated);
        fixture
            .App.Notes()
            .ShouldAllBe(note => !note.Contains(_secret) && !File.ReadAllText(Path.Combine(fixture.App.Vault, note)).Contains(_secret));
        (await TablesWithAsync(_secret)).ShouldBeEmpty();

        var checks = JsonNode.Parse(await Editor().GetStringAsync($"/api/items/{Doomed.ItemId}/withdrawal", Cancel))!.AsArray();
        checks.Count.ShouldBeGreaterThan(7);
        checks.ShouldAllBe(check => (bool)check!["isDone"]!);
    }

    [Fact]
    public async Task G17_A_takedown_reaches_what_waits_to_be_sent()
    {
        await PublishAsync();
        await fixture.App.WithDbAsync(db =>
        {
            var entry = new DigestEntry
            {
                ItemId = Doomed.ItemId,
                Number = 1,
                Title = _secret,
                Url = Doomed.CanonicalUrl,
                Type = Doomed.Type,
                Concept = Doomed.Concept,
                Summary = _secret,
                ContentHash = "",
            };
            var waiting = new DigestPublished
            {
                Id = Guid.NewGuid(),
                Date = _day.Date,
                Revision = 1,
                Title = _secret,
                Url = "",
                PublishedAt = DateTimeOffset.UnixEpoch,
                Items = [entry],
            };
            db.Publish(waiting, notBefore: DateTimeOffset.MaxValue.AddYears(-100));
            return db.SaveChangesAsync(Cancel);
        });
        (await TablesWithAsync(_secret)).ShouldContain("outbox");

        (await WithdrawAsync("Takedown", "来源要求移除", "\"1\"")).EnsureSuccessStatusCode();

        (await TablesWithAsync(_secret)).Except(["written_notes"]).ShouldBeEmpty();
        await _day.WrittenAsync(revision: 2);
    }

    [Fact]
    public async Task A_withdrawal_is_announced_to_whoever_got_the_digest()
    {
        await PublishAsync();
        await WithdrawAsync("Takedown", "来源要求移除", "\"1\"");

        var retracted = await EventAsync("item.retracted.v1");
        ((Guid)retracted.Body["itemId"]!, (string)retracted.Body["kind"]!, (int)retracted.Body["revision"]!).ShouldBe(
            (Doomed.ItemId, "Takedown", 2)
        );
        retracted.Headers["cloudEvents:id"].ShouldBe((string)retracted.Body["id"]!);
        var revised = await EventAsync("digest.revised.v1");
        revised.Body["items"]!.AsArray().Count.ShouldBe(1);
        ((Guid)revised.Body["withdrawn"]![0]!["itemId"]!).ShouldBe(Doomed.ItemId);
        revised.Body.ToJsonString().ShouldNotContain(_secret);
    }

    [Fact]
    public async Task A_retraction_leaves_a_visible_note_and_a_readable_history()
    {
        await PublishAsync();
        (await WithdrawAsync("Retraction", "数字有误", "\"1\"")).EnsureSuccessStatusCode();

        var page = WebUtility.HtmlDecode(await _http.GetStringAsync(Digest, Cancel));
        page.ShouldContain("已撤回：第 1 条");
        page.ShouldContain("原因：数字有误");
        page.ShouldContain("itemtype=\"https://schema.org/CorrectionComment\"");
        page.ShouldNotContain($"摘要 {_secret}");
        page.ShouldContain("id=\"item-2\"");
        WebUtility.HtmlDecode(await _http.GetStringAsync($"{Digest}/history", Cancel)).ShouldContain($"<del>摘要 {_secret}</del>");
        WebUtility.HtmlDecode(await _http.GetStringAsync($"/items/{Doomed.ItemId}", Cancel)).ShouldContain("原因：数字有误");
        (await _http.GetStringAsync($"/search?q={_secret}", Cancel)).ShouldNotContain($"/items/{Doomed.ItemId}");
        (await _day.TitlesAsync()).ShouldBe(["2 第 2 条"]);
        (await _day.MarkdownAsync()).ShouldContain("**已撤回：第 1 条**");
    }

    [Fact]
    public async Task Feeds_hold_a_tombstone_and_an_ordinary_entry()
    {
        await PublishAsync();
        await WithdrawAsync("Retraction", "数字有误", "\"1\"");

        var feed = XDocument.Parse(await _http.GetStringAsync($"/feeds/concepts/{Doomed.Concept.Key}/atom.xml", Cancel)).Root!;

        XNamespace tombstones = "http://purl.org/atompub/tombstones/1.0";
        feed.Element(tombstones + "deleted-entry")!.Attribute("ref")!.Value.ShouldBe($"urn:uuid:{Doomed.ItemId}");
        var entry = feed.Elements(feed.Name.Namespace + "entry").ShouldHaveSingleItem();
        entry.Element(feed.Name.Namespace + "title")!.Value.ShouldBe($"撤回：标题 {_secret}");
        entry.Element(feed.Name.Namespace + "id")!.Value.ShouldNotBe($"urn:uuid:{Doomed.ItemId}");
    }

    [Fact]
    public async Task A_takedown_leaves_one_entry_and_nothing_of_what_was_said_before_it()
    {
        await PublishAsync();
        await _day.CorrectAsync(_day.Item(1, Doomed), Doomed with { Analogy = "像水管" }, $"原来写的是 {_secret}");
        (await WithdrawAsync("Retraction", $"{_secret} 与来源不符", "\"2\"")).EnsureSuccessStatusCode();
        (await WithdrawAsync("Takedown", "来源要求移除", "\"3\"")).EnsureSuccessStatusCode();
        await _day.WrittenAsync(revision: 4);

        var feed = XDocument.Parse(await _http.GetStringAsync($"/feeds/concepts/{Doomed.Concept.Key}/atom.xml", Cancel)).Root!;

        XNamespace tombstones = "http://purl.org/atompub/tombstones/1.0";
        feed.Elements(tombstones + "deleted-entry").ShouldHaveSingleItem().Value.ShouldBe("来源要求移除");
        feed.Elements(feed.Name.Namespace + "entry").ShouldHaveSingleItem();
        feed.ToString().ShouldNotContain(_secret);
        var history = await _http.GetStringAsync($"{Digest}/history", Cancel);
        history.ShouldNotContain(_secret);
        history.ShouldContain("id=\"revision-2\"");
        (await TablesWithAsync(_secret)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_persons_edit_of_a_card_is_kept_and_reported()
    {
        await PublishAsync();
        var card = fixture.App.Notes().Single(note => note.Contains(_secret, StringComparison.Ordinal));
        await File.AppendAllTextAsync(Path.Combine(fixture.App.Vault, card), "my own thought\n", Cancel);

        await WithdrawAsync("Takedown", "来源要求移除", "\"1\"");
        await _day.WrittenAsync(revision: 2);

        (await File.ReadAllTextAsync(Path.Combine(fixture.App.Vault, card), Cancel)).ShouldEndWith("my own thought\n");
        var checks = JsonNode.Parse(await Editor().GetStringAsync($"/api/items/{Doomed.ItemId}/withdrawal", Cancel))!.AsArray();
        var kept = checks.Where(check => !(bool)check!["isDone"]!).ShouldHaveSingleItem()!;
        ((string)kept["output"]!, (string)kept["proof"]!).ShouldBe(($"vault: {card}", "kept: a person has edited it"));
        File.Delete(Path.Combine(fixture.App.Vault, card));
    }

    [Fact]
    public async Task Only_an_editor_who_saw_the_revision_withdraws_and_only_once()
    {
        await PublishAsync();
        var address = $"/api/items/{Doomed.ItemId}";
        (await _http.GetAsync(address, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Editor().GetAsync(address, Cancel)).Headers.ETag!.Tag.ShouldBe("\"1\"");
        (await WithdrawAsync("Retraction", "x", null)).StatusCode.ShouldBe((HttpStatusCode)428);
        (await WithdrawAsync("Retraction", "x", "\"7\"")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await WithdrawAsync("Retraction", " ", "\"1\"")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await WithdrawAsync(null, "x", "\"1\"")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _day.TitlesAsync()).Count().ShouldBe(2);

        (await WithdrawAsync("Retraction", "x", "\"1\"")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await WithdrawAsync("Retraction", "x", "\"2\"")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await WithdrawAsync("Takedown", "x", "\"2\"")).StatusCode.ShouldBe(HttpStatusCode.OK, "a retracted text may have to go as well");
        (await _http.GetStringAsync($"{Digest}/history", Cancel)).ShouldNotContain(_secret);
    }

    private async Task PublishAsync()
    {
        await _day.PublishAsync(_day.Item(1, Doomed), _day.Item(2));
        await _day.WrittenAsync();
    }

    private HttpClient Editor()
    {
        var http = fixture.App.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "operator");
        return http;
    }

    private async Task<HttpResponseMessage> WithdrawAsync(string? kind, string reason, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/items/{Doomed.ItemId}/withdrawal")
        {
            Content = JsonContent.Create(new { kind, reason }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", tag is null ? [] : [tag]);
        return await Editor().SendAsync(request, Cancel);
    }

    private async Task<DateTimeOffset> FeedUpdatedAsync()
    {
        var feed = XDocument.Parse(await _http.GetStringAsync("/feeds/atom.xml", Cancel)).Root!;
        return DateTimeOffset.Parse(feed.Element(feed.Name.Namespace + "updated")!.Value, null);
    }

    private async Task<Subscriber.Delivery> EventAsync(string routingKey) =>
        (
            await Eventually.GetAsync(
                () => Task.FromResult(fixture.App.Subscriber.EventsOf(_day.Date, routingKey).FirstOrDefault()),
                delivery => delivery is not null
            )
        )!;

    /// <summary>Every table of the service's database that still holds the text.</summary>
    private Task<List<string>> TablesWithAsync(string text) =>
        fixture.App.WithDbAsync(async db =>
        {
            var found = new List<string>();
            var tables = await db
                .Database.SqlQuery<string>(
                    $"SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public'"
                )
                .ToListAsync(Cancel);
            foreach (var table in tables)
            {
                var sql = string.Concat("SELECT count(*)::int AS \"Value\" FROM \"", table, "\" t WHERE t::text LIKE {0}");
                var count = await db.Database.SqlQueryRaw<int>(sql, $"%{text}%").SingleAsync(Cancel);
                found.AddRange(count > 0 ? [table] : []);
            }

            return found;
        });
}
