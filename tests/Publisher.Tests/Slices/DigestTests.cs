using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Notes;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class DigestTests(PublisherFixture fixture)
{
    private readonly PublisherApp _app = fixture.App;
    private readonly ReleasedDay _day = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1", "2", "release")]
    [InlineData("1", "release", "2")]
    [InlineData("2", "1", "release")]
    [InlineData("2", "release", "1")]
    [InlineData("release", "1", "2")]
    [InlineData("release", "2", "1")]
    public async Task In_whatever_order_its_parts_come_a_release_is_one_digest(params string[] order)
    {
        var items = new Dictionary<string, ItemApproved> { ["1"] = _day.Item(1), ["2"] = _day.Item(2) };
        foreach (var part in order)
        {
            (await _day.PageAsync()).ShouldBe(HttpStatusCode.NotFound);
            await (part == "release" ? _day.ArriveAsync(_day.Release([.. items.Values])) : _day.ArriveAsync(items[part]));
        }

        var answer = await _day.PublishedAsync();

        ((int)answer["published"]!).ShouldBe(2);
        answer["candidates"]!.AsArray().Select(id => (Guid)id!).ShouldBe([items["1"].CandidateId, items["2"].CandidateId]);
        ((string)answer["digestUrl"]!).ShouldBe($"https://news.example/digests/{_day.Date:yyyy-MM-dd}");
        (await _day.TitlesAsync()).ShouldBe(["1 第 1 条", "2 第 2 条"]);
        await _day.WrittenAsync();
        EventsOf("digest.published.v1").ShouldHaveSingleItem().Body["items"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_not_what_was_approved_is_refused_and_nothing_of_it_gets_out()
    {
        var genuine = _day.Item(1);
        var forged = _day.Item(2) with { Content = _day.ContentOf(2) with { Summary = "FORGED" } };
        await _day.ArriveAsync(genuine);
        await _day.ArriveAsync(forged);
        await _day.ArriveAsync(_day.Release(genuine, forged));

        await RefusedAsync("2: the content is not what was approved (hash differs); nothing of it is published");

        await _day.WrittenAsync();
        var notes = _app.Notes().Select(note => File.ReadAllText(Path.Combine(_app.Vault, note)));
        var events = _app.Subscriber.Events.Select(each => each.Body.ToJsonString());
        notes
            .Concat(events)
            .Append(await _day.MarkdownAsync())
            .ShouldAllBe(text => !text.Contains("FORGED") && !text.Contains(forged.Content.CanonicalUrl));
    }

    [Fact]
    public async Task An_item_with_another_hash_than_the_release_lists_is_refused()
    {
        var genuine = _day.Item(1);
        var listed = _day.Item(2);
        await _day.ArriveAsync(genuine);
        await _day.ArriveAsync(_day.Item(2, _day.ContentOf(2) with { Summary = "x" }));
        await _day.ArriveAsync(_day.Release(genuine, listed));

        await RefusedAsync("2: the content is not what was approved (hash differs); nothing of it is published");
    }

    [Fact]
    public async Task An_item_that_the_release_does_not_list_is_refused_and_takes_nobodys_place()
    {
        var first = _day.Item(1);
        var late = _day.Item(2);
        await _day.ArriveAsync(first);
        await _day.ArriveAsync(_day.Item(3));
        await _day.ArriveAsync(_day.Release(first, late));
        await OthersArePublishedAsync();
        (await _day.PageAsync()).ShouldBe(HttpStatusCode.NotFound, "one that is listed is still to come");

        await _day.ArriveAsync(late);

        var answer = await _day.PublishedAsync();
        Refused(answer).ShouldBe(["3: the content is not what was approved (hash differs); nothing of it is published"]);
        (await _day.TitlesAsync()).ShouldBe(["1 第 1 条", "2 第 2 条"]);
    }

    [Fact]
    public async Task What_an_earlier_digest_holds_is_not_published_again()
    {
        var earlier = new ReleasedDay(_app);
        var old = earlier.Item(1);
        await earlier.ArriveAsync(old);
        await earlier.ArriveAsync(earlier.Release(old));
        await earlier.PublishedAsync();
        var (again, fresh) = (_day.Item(2, old.Content), _day.Item(1));
        await _day.ArriveAsync(again);
        await _day.ArriveAsync(fresh);
        await _day.ArriveAsync(_day.Release(again, fresh));

        await RefusedAsync($"2: {old.Content.CanonicalUrl} is published already");

        (await earlier.TitlesAsync()).ShouldBe(["1 第 1 条"]);
    }

    [Fact]
    public async Task A_restored_copy_does_not_publish_what_may_have_been_published_since_its_backup()
    {
        var (item, next) = (_day.Item(1), new ReleasedDay(_app));
        var copy = new RestoredCopy
        {
            TakenAt = DateTimeOffset.UnixEpoch,
            RestoredAt = DateTimeOffset.UnixEpoch,
            PublishedUntil = _day.Date,
        };
        await _app.WithDbAsync(db =>
        {
            db.RestoredCopies.Add(copy);
            return db.SaveChangesAsync(Cancel);
        });
        try
        {
            await _day.ArriveAsync(item);
            await _day.ArriveAsync(_day.Release(item));

            Refused(await _day.PublishedAsync()).ShouldHaveSingleItem().ShouldBe($"1: {copy.Doubt}");
            copy.Doubt.ShouldStartWith("restored from a backup of 1970-01-01 00:00:00Z; what is dated until 2020-");
            (await _day.PageAsync()).ShouldBe(HttpStatusCode.NotFound);

            // A later day is published as ever, and nothing came before it.
            var fresh = next.Item(1);
            await next.ArriveAsync(fresh);
            await next.ArriveAsync(next.Release(fresh));
            await next.PublishedAsync();
            EventsOf("digest.published.v1").ShouldBeEmpty();
        }
        finally
        {
            await _app.WithDbAsync(db => db.RestoredCopies.ExecuteDeleteAsync(Cancel));
        }
    }

    [Fact]
    public async Task Review_is_told_again_when_it_never_learned_that_a_pack_is_published()
    {
        var (kept, forged) = (_day.Item(1), _day.Item(2) with { Content = _day.ContentOf(2) with { Summary = "FORGED" } });
        await _day.ArriveAsync(kept);
        await _day.ArriveAsync(forged);
        await _day.ArriveAsync(_day.Release(kept, forged));
        var answer = await _day.PublishedAsync();

        // The reconciler asks: published here and still asked for there means that the answer is missing.
        (
            await _app.WithScopeAsync<ReceivedReleases, IReadOnlyCollection<Guid>>(received =>
                received.KnownAsync([_day.PackId, kept.CandidateId], Cancel)
            )
        ).ShouldBe([kept.CandidateId]);
        await _app.SendAsync(_day.Release(kept, forged) with { SentAgainAt = DateTimeOffset.UnixEpoch.AddDays(1) });

        var answers = await Eventually.GetAsync(
            () => Task.FromResult(_app.Subscriber.AnswersOf(_day.Date).ToList()),
            answers => answers.Count == 2
        );
        foreach (var member in (string[])["packId", "digestUrl", "published", "candidates", "refused"])
        {
            answers[1][member]!.ToJsonString().ShouldBe(answer[member]!.ToJsonString(), member);
        }

        // The database keeps microseconds.
        ((DateTimeOffset)answers[1]["publishedAt"]!).ShouldBe((DateTimeOffset)answer["publishedAt"]!, TimeSpan.FromMilliseconds(1));
        EventsOf("digest.published.v1").ShouldHaveSingleItem("a digest is announced once");
    }

    [Fact]
    public async Task Ten_more_deliveries_of_everything_change_nothing()
    {
        var item = _day.Item(1);
        await _day.ArriveAsync(item);
        await _day.ArriveAsync(_day.Release(item));
        await _day.PublishedAsync();
        await _day.WrittenAsync();
        var (before, cards) = (await _day.MarkdownAsync(), EventsOf("card.drafted.v1").Count());
        File.Delete(Path.Combine(_app.Vault, _day.Note));

        for (var time = 0; time < 10; time++)
        {
            await _app.SendAsync(item);
            await _app.SendAsync(_day.Release(item));
            await _app.SendAsync(new PackProgressed { PackId = _day.PackId, Part = item.CandidateId });
            await _app.SendAsync(new PackProgressed { PackId = _day.PackId, Part = _day.PackId });
            await _app.SendAsync(new NotesOutdated { Date = _day.Date, Revision = 1 });
        }

        await OthersArePublishedAsync();
        (await _day.MarkdownAsync()).ShouldBe(before);
        _app.Subscriber.AnswersOf(_day.Date).ShouldHaveSingleItem();
        EventsOf("digest.published.v1").ShouldHaveSingleItem();
        EventsOf("card.drafted.v1").Count().ShouldBe(cards);
        File.Exists(Path.Combine(_app.Vault, _day.Note)).ShouldBeFalse("the notes of this revision were written before");
    }

    [Fact]
    public async Task A_release_with_nothing_approved_is_answered_and_gives_no_digest()
    {
        await _day.ArriveAsync(_day.Release());

        var answer = await _day.PublishedAsync();

        ((int)answer["published"]!).ShouldBe(0);
        answer["digestUrl"].ShouldBeNull();
        Refused(answer).ShouldBeEmpty();
        await OthersArePublishedAsync();
        (await _day.PageAsync()).ShouldBe(HttpStatusCode.NotFound);
        EventsOf("digest.published.v1").ShouldBeEmpty();
        _app.Notes().ShouldNotContain(_day.Note);
    }

    private IEnumerable<Subscriber.Delivery> EventsOf(string routingKey) => _app.Subscriber.EventsOf(_day.Date, routingKey);

    private static IEnumerable<string> Refused(JsonNode answer) => answer["refused"]!.AsArray().Select(line => (string)line!);

    /// <summary>One item of two was published.</summary>
    private async Task RefusedAsync(string refusal)
    {
        var answer = await _day.PublishedAsync();
        Refused(answer).ShouldBe([refusal]);
        ((int)answer["published"]!).ShouldBe(1);
        (await _day.TitlesAsync()).ShouldBe(["1 第 1 条"]);
    }

    /// <summary>A later day has gone the whole way; what was sent before it is through.</summary>
    private async Task OthersArePublishedAsync()
    {
        var other = new ReleasedDay(_app);
        var item = other.Item(1);
        await other.ArriveAsync(item);
        await other.ArriveAsync(other.Release(item));
        await other.PublishedAsync();
        await other.WrittenAsync();
    }
}
