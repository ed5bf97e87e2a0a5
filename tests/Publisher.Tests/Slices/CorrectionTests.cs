using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class CorrectionTests(PublisherFixture fixture)
{
    private const string Wrong = "P99 从 180ms 升到 9s。";
    private const string Right = "P99 从 180ms 升到 90s。";

    private readonly ReleasedDay _day = new(fixture.App);
    private readonly HttpClient _http = fixture.App.CreateClient();
    private readonly string _mark = $"c{Guid.NewGuid():N}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Digest => $"/digests/{_day.Date:yyyy-MM-dd}";

    private ApprovedContent First =>
        _day.ContentOf(1) with
        {
            Concept = new Concept { Key = $"c-{_day.Date:O}", Name = "连接池" },
        };

    private ApprovedContent Corrected =>
        First with
        {
            Title = $"更正后的标题 {_mark}",
            Summary = Right,
            Claims =
            [
                new Claim
                {
                    Sentence = Right,
                    Quote = "P99 rose from 180ms to 90s",
                    State = SentenceState.Matched,
                },
            ],
        };

    private CorrectionApproved Correction =>
        new()
        {
            CorrectionId = ItemIds.From($"correction {_mark}"),
            DraftId = ItemIds.From($"draft {_mark}"),
            CandidateId = _day.Item(1).CandidateId,
            Replaces = ContentHash.Of(First),
            Content = Corrected,
            ContentHash = ContentHash.Of(Corrected),
            Reason = "数字少了一个零",
            ApprovedBy = "ann, bob",
            ApprovedAt = DateTimeOffset.UnixEpoch.AddDays(1),
        };

    [Fact]
    public async Task A_correction_is_a_revision_with_a_note_and_a_readable_history_and_mends_every_output()
    {
        await PublishAsync();
        var feedBefore = await FeedAsync();
        // A feed's time has no fractions of a second.
        await Eventually.NextSecondAsync();

        await fixture.App.SendAsync(Correction);
        var told = await RevisedAsync();

        ((int)told["revision"]!, (string)told["content"]!["summary"]!, (string?)told["withdrawnAs"]).ShouldBe((2, Right, null));
        var page = await ReadAsync(Digest);
        page.ShouldContain("已更正：第 1 条");
        page.ShouldContain("原因：数字少了一个零");
        page.ShouldContain(Right);
        page.ShouldNotContain(Wrong[..^1] + "<");
        page.ShouldContain("由 ann, bob 审核批准");
        var history = await ReadAsync($"{Digest}/history");
        history.ShouldContain("<del>P99 从 180ms 升到 9s。</del>");
        history.ShouldContain("<ins>P99 从 180ms 升到 90s。</ins>");
        history.ShouldContain($"<ins>更正后的标题 {_mark}</ins>");
        (await ReadAsync($"/items/{First.ItemId}")).ShouldContain("更正：数字少了一个零");
        (await _http.GetStringAsync($"{Digest}.md", Cancel)).ShouldContain("**更正**：数字少了一个零");
        (await _http.GetStringAsync($"{Digest}.txt", Cancel)).ShouldContain("更正：数字少了一个零");
        var json = JsonNode.Parse(await _http.GetStringAsync($"{Digest}.json", Cancel))!;
        ((int)json["revision"]!, (int)json["corrected"]![0]!["number"]!, (int)json["corrected"]![0]!["revision"]!).ShouldBe((2, 1, 2));
        (await _http.GetStringAsync($"/search?q={_mark}", Cancel)).ShouldContain($"/items/{First.ItemId}");

        var feed = await FeedAsync();
        var (item, note) = (EntryOf(feed, $"urn:uuid:{First.ItemId}"), feed.Elements(feed.Name.Namespace + "entry").First());
        Value(note, "title").ShouldBe($"更正：更正后的标题 {_mark}");
        Value(item, "published").ShouldBe(Value(EntryOf(feedBefore, $"urn:uuid:{First.ItemId}"), "published"));
        DateTimeOffset.Parse(Value(item, "updated"), null).ShouldBeGreaterThan(DateTimeOffset.Parse(Value(item, "published"), null));
        DateTimeOffset.Parse(Value(feed, "updated"), null).ShouldBeGreaterThan(DateTimeOffset.Parse(Value(feedBefore, "updated"), null));
        feed.Elements().ShouldNotContain(each => each.Name.LocalName == "deleted-entry");

        (await _http.GetStringAsync("/cards", Cancel)).ShouldContain(_mark);
        await _day.WrittenAsync(revision: 2);
        var written = fixture.App.Notes().Where(note => note.EndsWith(".md")).Select(Text).Where(text => text.Contains(_mark)).ToList();
        written.Count(text => text.Contains("revision: 2")).ShouldBe(1, "the digest's note is mended");
        written.Count(text => text.Contains("knowledge-card")).ShouldBe(1, "its card's note is mended");
    }

    [Fact]
    public async Task It_is_announced_to_whoever_got_the_digest()
    {
        await PublishAsync();
        await fixture.App.SendAsync(Correction);

        var revised = (
            await Eventually.GetAsync(
                () => Task.FromResult(fixture.App.Subscriber.EventsOf(_day.Date, "digest.revised.v1").FirstOrDefault()),
                delivery => delivery is not null
            )
        )!.Body;

        ((int)revised["revision"]!, (string)revised["reason"]!).ShouldBe((2, "数字少了一个零"));
        ((string)revised["items"]![0]!["summary"]!).ShouldBe(Right);
        ((Guid)revised["corrected"]![0]!["itemId"]!).ShouldBe(First.ItemId);
        revised["withdrawn"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_Review_did_not_sign_corrects_and_withdraws_nothing()
    {
        await PublishAsync();
        var other = Corrected with { Summary = "P99 从 180ms 升到 900s。" };
        var signed = PublisherApp.Signed(Correction);
        CorrectionApproved[] forged =
        [
            Correction with
            {
                DraftId = Guid.NewGuid(),
            },
            signed with
            {
                DraftId = Guid.NewGuid(),
            },
            signed with
            {
                Content = other,
            },
            signed with
            {
                Content = other,
                ContentHash = ContentHash.Of(other),
            },
        ];
        foreach (var message in forged)
        {
            await fixture.App.SendAsIsAsync(message);
        }

        var withdrawal = Withdrawal("Takedown");
        await fixture.App.SendAsIsAsync(withdrawal with { Signature = PublisherApp.Signed(Withdrawal("Retraction")).Signature });
        await Eventually.GetAsync(
            () =>
                fixture.App.WithDbAsync(db => db.Database.SqlQuery<string>($"SELECT reason AS \"Value\" FROM dead_letters").ToListAsync()),
            reasons =>
                reasons.Count(reason => reason.Contains($"{Correction.CorrectionId} is not signed by Review", StringComparison.Ordinal))
                    == 4
                && reasons.Exists(reason => reason.Contains($"WithdrawalApproved {withdrawal.CorrectionId}", StringComparison.Ordinal)),
            "the refusals to be kept"
        );

        ((int)JsonNode.Parse(await _http.GetStringAsync($"{Digest}.json", Cancel))!["revision"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_correction_of_another_text_than_the_published_one_is_refused_and_said_to_be()
    {
        await PublishAsync();
        await fixture.App.SendAsync(Correction with { Replaces = new string('0', 64) });

        ((string)(await RevisedAsync())["refusal"]!).ShouldContain("another text was published meanwhile");

        ((int)JsonNode.Parse(await _http.GetStringAsync($"{Digest}.json", Cancel))!["revision"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_correction_that_is_sent_again_is_applied_once_and_answered_again()
    {
        await PublishAsync();
        await fixture.App.SendAsync(Correction);
        await RevisedAsync();
        await fixture.App.SendAsync(Correction with { SentAgainAt = DateTimeOffset.UnixEpoch });

        var told = await Eventually.GetAsync(
            () => Task.FromResult(fixture.App.Subscriber.MessagesOf("ItemRevised", First.ItemId).ToList()),
            told => told.Count == 2,
            "two answers"
        );
        told.ShouldAllBe(answer =>
            answer["refusal"] == null && (int)answer["revision"]! == 2 && (Guid)answer["draftId"]! == Correction.DraftId
        );
        (await fixture.App.WithDbAsync(db => db.DigestRevisions.CountAsync(each => each.Date == _day.Date))).ShouldBe(1);
    }

    [Fact]
    public async Task G17_A_takedown_from_the_queue_reaches_a_correction_and_its_history()
    {
        await PublishAsync();
        await fixture.App.SendAsync(Correction);
        await RevisedAsync();

        await fixture.App.SendAsync(Withdrawal("Takedown"));
        await Eventually.GetAsync(
            async () => (await _http.GetAsync($"/items/{First.ItemId}", Cancel)).StatusCode,
            status => status == HttpStatusCode.Gone
        );

        (await ReadAsync($"{Digest}/history")).ShouldNotContain(_mark);
        (await _http.GetStringAsync("/feeds/atom.xml", Cancel)).ShouldNotContain(_mark);
        await Eventually.GetAsync(
            () => Task.FromResult(fixture.App.Notes().Count(note => Text(note).Contains(_mark))),
            left => left == 0,
            "the vault to be without it"
        );
        (
            await fixture.App.WithDbAsync(db => db.DigestRevisions.CountAsync(each => each.Before != null && each.Date == _day.Date))
        ).ShouldBe(0);
        var told = fixture.App.Subscriber.MessagesOf("ItemRevised", First.ItemId).Last();
        ((string)told["withdrawnAs"]!, told["content"]).ShouldBe(("Takedown", null));
    }

    private WithdrawalApproved Withdrawal(string kind) =>
        new()
        {
            CorrectionId = ItemIds.From($"withdrawal {_mark}"),
            ItemId = First.ItemId,
            Kind = kind,
            Reason = "来源要求移除",
            ApprovedBy = "ann",
            ApprovedAt = DateTimeOffset.UnixEpoch,
        };

    private async Task PublishAsync()
    {
        await _day.PublishAsync(_day.Item(1, First), _day.Item(2));
        await _day.WrittenAsync();
    }

    private async Task<JsonNode> RevisedAsync() =>
        (
            await Eventually.GetAsync(
                () => Task.FromResult(fixture.App.Subscriber.MessagesOf("ItemRevised", First.ItemId).FirstOrDefault()),
                told => told is not null
            )
        )!;

    private async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await _http.GetStringAsync(path, Cancel));

    private async Task<XElement> FeedAsync() =>
        XDocument.Parse(await _http.GetStringAsync($"/feeds/concepts/{First.Concept.Key}/atom.xml", Cancel)).Root!;

    private static XElement EntryOf(XElement feed, string id) =>
        feed.Elements(feed.Name.Namespace + "entry").Single(entry => Value(entry, "id") == id);

    private static string Value(XElement element, string name) => element.Element(element.Name.Namespace + name)!.Value;

    private string Text(string note) => File.ReadAllText(Path.Combine(fixture.App.Vault, note));
}
