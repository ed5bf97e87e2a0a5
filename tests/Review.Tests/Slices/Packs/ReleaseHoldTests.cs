using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Packs;

/// <summary>What a release asks, and the time in which it can be taken back.</summary>
public sealed class ReleaseHoldTests(ReleaseHoldTests.Holding holding) : IClassFixture<ReleaseHoldTests.Holding>
{
    /// <summary>A service whose hold lasts longer than a test.</summary>
    public sealed class Holding : IAsyncLifetime
    {
        internal ReviewApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await ReviewApp.StartAsync(("Review:ReleaseHold", "00:10:00"));

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    private readonly ReviewApp _app = holding.App;
    private readonly Desk _desk = new(holding.App);

    [Fact]
    public async Task Less_than_everything_decided_is_asked_for_with_the_counts()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass, Verdict.Blocked);
        await _desk.DecideAsync(1, Choice.Approve);

        var asked = await _desk.Editor.SendAsync("POST", $"{_desk.Pack}/release");

        asked.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await Desk.ProblemAsync(asked);
        problem.GetProperty("code").GetString().ShouldBe("release.confirm");
        problem.GetProperty("counts").GetRawText().ShouldBe("""{"published":1,"skipped":0,"needsVerify":0,"expiring":1,"blocked":1}""");
        (await _desk.ReadAsync()).ReleasedAt.ShouldBeNull();
        (await _desk.ReleaseAsync()).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_page_asks_as_well_and_what_is_decided_whole_is_not_asked_for()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        using var page = await PageSession.SignInAsync(_app, "editor");
        var address = $"/packs/{_desk.Date:yyyy-MM-dd}/release";

        var asked = await page.PostAsync(address);

        asked.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("confirm-release");
        await _desk.DecideAsync(1, Choice.Skip);
        (await page.PostAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _desk.ReadAsync()).WaitingFor.ShouldBe("hold");
    }

    [Fact]
    public async Task A_held_release_is_taken_back_and_nothing_of_it_was_sent()
    {
        await using var app = await ReviewApp.StartAsync(("Review:ReleaseHold", "00:10:00"));
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.Pass);
        await desk.DecideAsync(1, Choice.Approve);
        await desk.ReleaseAsync();
        (await desk.DecideAsync(1, Choice.Skip)).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        (await desk.Editor.SendAsync("DELETE", $"{desk.Pack}/release")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await desk.DecideAsync(1, Choice.Skip)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await desk.Editor.SendAsync("DELETE", $"{desk.Pack}/release")).CodeAsync()).ShouldBe("release.none");
        // The end of the hold comes all the same, here at once, and finds nothing to send.
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE outbox SET not_before = created_at"));
        await app.DeliveredAsync();
        await Eventually.GetAsync(
            () =>
                app.WithDbAsync(db =>
                    db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox WHERE consumer LIKE '%send-release'")
                        .SingleAsync()
                ),
            handled => handled == 1,
            "the end of the hold"
        );
        await app.DeliveredAsync();
        app.Neighbours.Messages.Received<PackReleased>().ShouldNotContain(message => message.PackDate == desk.Date);
    }

    [Fact]
    public async Task After_the_hold_it_is_sent_and_what_expired_can_be_offered_again()
    {
        await using var app = await ReviewApp.StartAsync(
            ("Review:ReleaseHold", "00:00:00.500"),
            // Nobody here answers the look at its source.
            ("SourceChecks:WaitAtMost", "00:00:00")
        );
        app.Neighbours.Keep(SomeCandidate.Snapshot());
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        await desk.DecideAsync(1, Choice.Approve);
        await desk.ReleaseAsync();

        var released = await app.Neighbours.Messages.ReceivedAsync<PackReleased>(message => message.PackDate == desk.Date);

        (released.Approved.Count, released.Undecided).ShouldBe((1, 1));
        (await (await desk.Editor.SendAsync("DELETE", $"{desk.Pack}/release")).CodeAsync()).ShouldBe("release.out");
        var again = await desk.Reviewer.SendAsync("POST", $"/api/candidates/{desk.IdOf(2)}/offer").ReadAsync<CandidateView>();
        (again.State, again.ReturnedFrom, again.Decision).ShouldBe((CandidateState.Waiting, desk.IdOf(2), null));
        (await (await desk.Reviewer.SendAsync("POST", $"/api/candidates/{desk.IdOf(1)}/offer")).CodeAsync()).ShouldBe("offer.not-expired");
    }

    [Fact]
    public async Task The_pages_button_takes_a_held_release_back_and_says_when_it_is_too_late()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Approve);
        using var editor = await PageSession.SignInAsync(_app, "editor");
        using var reviewer = await PageSession.SignInAsync(_app, "reviewer");
        await editor.PostAsync($"{Page}/release");
        (await HtmlAsync(reviewer, Page)).ShouldNotContain("take-back", customMessage: "who may not release may not take back");
        (await reviewer.PostAsync($"{Page}/release/back")).Headers.Location!.ToString().ShouldNotContain(Page);
        (await HtmlAsync(editor, Page)).ShouldContain($"action=\"{Page}/release/back\"");
        (await editor.PostForgedAsync($"{Page}/release/back")).IsSuccessStatusCode.ShouldBeFalse();
        (await _desk.ReadAsync()).WaitingFor.ShouldBe("hold");

        var back = await editor.PostFromAsync(Page, $"{Page}/release/back");

        (back.StatusCode, back.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.Redirect, Page));
        (await _desk.ReadAsync()).ReleasedAt.ShouldBeNull();
        (await _desk.DecideAsync(1, Choice.Skip)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var late = await editor.PostAsync($"{Page}/release/back");
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(Cancel)).ShouldContain("role=\"alert\"");
    }

    [Fact]
    public async Task The_pages_button_offers_again_what_expired_once()
    {
        await using var app = await ReviewApp.StartAsync();
        app.Neighbours.Keep(SomeCandidate.Snapshot());
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.Pass);
        await desk.ReleaseAsync();
        await Eventually.GetAsync(() => desk.CandidateAsync(1), candidate => candidate.State == CandidateState.Expired);
        var page = $"/candidates/{desk.IdOf(1)}";
        using var reviewer = await PageSession.SignInAsync(app, "reviewer");
        using var viewer = await PageSession.SignInAsync(app, "viewer");
        (await HtmlAsync(viewer, page)).ShouldNotContain($"{page}/offer");
        (await viewer.PostAsync($"{page}/offer")).Headers.Location!.ToString().ShouldNotStartWith(page);
        (await desk.CandidateAsync(1)).State.ShouldBe(CandidateState.Expired);
        (await HtmlAsync(reviewer, page)).ShouldContain($"action=\"{page}/offer\"");

        var offered = await reviewer.PostFromAsync(page, $"{page}/offer");

        (offered.StatusCode, offered.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.Redirect, page));
        (await desk.CandidateAsync(1)).State.ShouldBe(CandidateState.Returned);
        (await HtmlAsync(reviewer, page)).ShouldNotContain($"{page}/offer", customMessage: "it is offered already");
        (await reviewer.PostAsync($"{page}/offer")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var waiting = await app.WithDbAsync(db => db.Candidates.Where(each => each.ReturnedFrom == desk.IdOf(1)).ToListAsync());
        waiting.ShouldHaveSingleItem().State.ShouldBe(CandidateState.Waiting);
        (await app.Neighbours.Messages.ReceivedAsync<CandidateReturned>(message => message.Former == desk.IdOf(1))).CandidateId.ShouldBe(
            waiting[0].Id
        );
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Page => $"/packs/{_desk.Date:yyyy-MM-dd}";

    private static async Task<string> HtmlAsync(PageSession session, string address) =>
        await (await session.GetAsync(address)).Content.ReadAsStringAsync(Cancel);

    [Fact]
    public async Task Without_the_version_that_was_seen_nothing_is_decided_or_edited()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        var address = $"/api/candidates/{_desk.IdOf(1)}";

        using var decision = new HttpRequestMessage(HttpMethod.Put, $"{address}/decision")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { decision = "skip" }),
        };
        (await _desk.Reviewer.SendAsync(decision, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionRequired
        );
        (await _desk.Editor.SendAsync("PATCH", address, new { summary = "x" })).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        var outcomes = await _desk
            .Reviewer.SendAsync(
                "POST",
                $"{_desk.Pack}/decisions",
                new object[]
                {
                    new { number = 1, decision = "skip" },
                    new
                    {
                        number = 2,
                        decision = "skip",
                        ifMatch = await _desk.TagOfAsync(2),
                    },
                }
            )
            .ReadAsync<List<BulkOutcome>>();

        outcomes.Select(outcome => (outcome.Status, outcome.Code)).ShouldBe([(428, "decide.if-match"), (200, null)]);
        (await _desk.CandidateAsync(1)).Decision.ShouldBeNull();
    }
}
