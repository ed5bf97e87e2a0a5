using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Tests.Candidates.Stories;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Candidates;

/// <summary>A cut takes what waits, whoever sent it, so each test has a service of its own.</summary>
public sealed class EventTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_of_one_event_are_one_candidate_with_its_sources_and_news_of_it_an_update()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);
        await ArriveAsync(
            app,
            SomeStory.Message("b", 9, "a").Contradicting("a"),
            SomeStory.Message("a", 7),
            SomeStory.Message("a", 7) with
            {
                PolicyVersion = "p2",
            }
        );
        await CutAsync(desk);

        var offered = (await desk.ReadAsync()).Candidates.ShouldHaveSingleItem();
        (offered.Title, offered.Verdict).ShouldBe(("b", Verdict.NeedsVerify));
        offered.FurtherSources.Select(source => source.CanonicalUrl).ShouldBe([SomeStory.UrlOf("a")]);
        (await CandidateAsync(desk, "a")).ShouldSatisfyAllConditions(
            merged => merged.State.ShouldBe(CandidateState.Merged),
            merged => merged.MergedInto.ShouldBe(offered.Id)
        );

        await ConflictAsksForAReasonAsync(app, desk, offered);
        (await desk.ReleaseAsync()).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var approved = await app.Neighbours.Messages.ReceivedAsync<ItemApproved>(message => message.CandidateId == offered.Id);
        approved.Content.FurtherSources.Select(source => source.Url).ShouldBe([SomeStory.UrlOf("a")]);
        approved.ContentHash.ShouldBe(ContentHash.Of(approved.Content));

        await ArriveAsync(app, SomeStory.Message("c", 8, "a", "b"));
        var next = new Desk(app);
        await CutAsync(next);
        var update = (await next.ReadAsync()).Candidates.ShouldHaveSingleItem();
        update.UpdateOf.ShouldBe(new EarlierStory(offered.Id, desk.Date, 1, "b"));
        update.FurtherSources.Select(source => source.CanonicalUrl).ShouldBe([SomeStory.UrlOf("a"), SomeStory.UrlOf("b")]);
        (await next.FileAsync()).File.ShouldNotContain("更新", customMessage: "the file's format is what it was");
        using var page = await PageSession.SignInAsync(app, "reviewer");
        var shown = WebUtility.HtmlDecode(await (await page.GetAsync($"/packs/{next.Date:yyyy-MM-dd}")).Content.ReadAsStringAsync(Cancel));
        shown.ShouldContain($"这件事在 {desk.Date:yyyy-MM-dd} 的候选包第 1 条出现过");
    }

    [Fact]
    public async Task Two_replicas_that_hear_of_one_event_at_once_offer_it_once()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);
        string[] names = ["a", "b", "c", "d", "e"];
        var events = Enumerable.Range(0, 8).Select(each => names.Select(name => $"{each}{name}").ToArray()).ToList();
        await using var replica = app.StartReplica();

        await ArriveAsync(
            app,
            [
                .. events.SelectMany(told =>
                    told.Select((name, index) => SomeStory.Message(name, 6 + (index * 0.5), [.. told[..index].Take(4)]))
                ),
            ]
        );
        await CutAsync(desk);

        var offered = (await desk.ReadAsync()).Candidates;
        offered.Select(candidate => candidate.Title).Order().ShouldBe(events.Select(told => told[^1]).Order());
        offered.ShouldAllBe(candidate => candidate.FurtherSources.Count == 4);
        (await StagesAsync(desk)).ShouldBe([(CandidateState.Merged, 32), (CandidateState.Offered, 8)], ignoreOrder: true);
    }

    [Fact]
    public async Task Before_the_first_decision_a_further_cut_joins_what_came_of_an_offered_event()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);
        await ArriveAsync(app, SomeStory.Message("a", 7));
        await CutAsync(desk);
        await ArriveAsync(app, SomeStory.Message("b", 9, "a"));

        await CutAsync(desk);

        var offered = (await desk.ReadAsync()).Candidates.ShouldHaveSingleItem();
        (offered.Title, offered.UpdateOf, offered.FurtherSources.Count).ShouldBe(("b", null, 1));
        (await CandidateAsync(desk, "a")).MergedInto.ShouldBe(offered.Id);
    }

    [Fact]
    public async Task What_was_merged_waits_again_once_the_candidate_that_stood_for_it_is_skipped()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);
        await ArriveAsync(app, SomeStory.Message("a", 7), SomeStory.Message("b", 9, "a"));
        await CutAsync(desk);
        var offered = (await desk.ReadAsync()).Candidates.ShouldHaveSingleItem();
        (await desk.Reviewer.SendAsync("PUT", $"/api/candidates/{offered.Id}/decision", new { decision = "skip" })).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        await desk.ReleaseAsync();

        (await CandidateAsync(desk, "a")).State.ShouldBe(CandidateState.Waiting);
        var next = new Desk(app);
        await CutAsync(next);
        (await next.ReadAsync()).Candidates.ShouldHaveSingleItem().Title.ShouldBe("a");
    }

    [Fact]
    public async Task A_person_unmerges_a_candidate_and_news_of_it_does_not_merge_it_again()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);
        await ArriveAsync(app, SomeStory.Message("a", 7), SomeStory.Message("b", 9, "a"), SomeStory.Message("c", 6, "a"));
        var address = $"/api/candidates/{SomeStory.Source("c").ItemId}/unmerge";
        (await desk.Reviewer.PostAsync(address, null, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await desk.Reviewer.PostAsync(address, null, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await ArriveAsync(app, SomeStory.Message("c", 6, "a") with { Revision = 2 });
        await CutAsync(desk);
        (await desk.ReadAsync()).Candidates.Select(candidate => candidate.Title).ShouldBe(["b", "c"]);
    }

    [Fact]
    public async Task What_its_source_took_back_is_taken_out_and_what_was_merged_into_it_stands()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);
        await ArriveAsync(app, SomeStory.Message("a", 7), SomeStory.Message("b", 9, "a"));
        await app.SendAsync(
            new ItemWithdrawn
            {
                ItemId = SomeStory.Source("b").ItemId,
                Url = SomeStory.UrlOf("b"),
                Detail = "安全公告已撤回",
                WithdrawnAt = TimeProvider.System.GetUtcNow(),
            }
        );
        var withdrawn = await Eventually.GetAsync(() => CandidateAsync(desk, "b"), candidate => candidate.State == CandidateState.Blocked);
        withdrawn.Findings.ShouldContain(finding => finding.Rule == "source.withdrawn" && finding.Message.Contains("已撤回"));
        await CutAsync(desk);
        (await desk.ReadAsync()).Candidates.ShouldHaveSingleItem().Title.ShouldBe("a");
    }

    private static async Task ConflictAsksForAReasonAsync(ReviewApp app, Desk desk, CandidateView offered)
    {
        var address = $"/api/candidates/{offered.Id}/decision";
        var refused = await desk.Reviewer.SendAsync("PUT", address, new { decision = "approve" });
        (refused.StatusCode, await refused.CodeAsync()).ShouldBe((HttpStatusCode.UnprocessableEntity, "decide.conflict"));

        var (file, tag) = await desk.FileAsync();
        var error = (await Desk.ProblemAsync(await desk.PutFileAsync(Desk.Tick(file, 1, "approve"), tag)))
            .GetProperty("errors")
            .EnumerateArray()
            .ShouldHaveSingleItem();
        (error.GetProperty("code").GetString(), error.GetProperty("item").GetInt32(), error.GetProperty("line").GetInt32()).ShouldBe(
            ("decide.conflict", 1, 14)
        );

        using var page = await PageSession.SignInAsync(app, "reviewer");
        var shown = await (await page.GetAsync($"/candidates/{offered.Id}")).Content.ReadAsStringAsync(Cancel);
        shown.ShouldContain("id=\"src2\"");
        (
            await page.PostAsync($"/packs/{desk.Date:yyyy-MM-dd}/decide", ("number", "1"), ("choice", "approve"), ("version", offered.ETag))
        ).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        (
            await desk.Reviewer.SendAsync("PUT", address, new { decision = "approve", reason = "the operator's own report says 42" })
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task ArriveAsync(ReviewApp app, params ItemScreened[] messages)
    {
        foreach (var message in messages)
        {
            await app.SendAsync(message);
        }

        await Eventually.GetAsync(() => app.WithDbAsync(db => HandledAsync(db, messages)), handled => handled == messages.Length);
    }

    /// <summary>How many of the messages the inbox has: their effect is saved with that entry.</summary>
    private static async Task<int> HandledAsync(ReviewDb db, ItemScreened[] messages)
    {
        string[] keys = [.. messages.Select(message => message.NaturalKey)];
        return await db
            .Database.SqlQuery<int>($"SELECT count(DISTINCT natural_key)::int AS \"Value\" FROM inbox WHERE natural_key = ANY({keys})")
            .SingleAsync(Cancel);
    }

    private static Task<CandidateView> CandidateAsync(Desk desk, string name) =>
        desk.Editor.GetAsync<CandidateView>($"/api/candidates/{SomeStory.Source(name).ItemId}");

    private static async Task CutAsync(Desk desk) =>
        (await desk.Editor.PostAsJsonAsync("/api/packs", new { date = desk.Date }, Cancel)).IsSuccessStatusCode.ShouldBeTrue();

    private static async Task<IEnumerable<(CandidateState, int)>> StagesAsync(Desk desk) =>
        (await desk.Editor.GetAsync<List<StageView>>("/api/pipeline")).Select(stage => (stage.State, stage.Count));
}
