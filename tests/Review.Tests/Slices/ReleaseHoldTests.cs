using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Testing;
using Shouldly;
using Xunit;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>What a release asks, and the time in which it can be taken back.</summary>
public sealed class ReleaseHoldTests : IAsyncLifetime
{
    private ReviewApp _app = null!;
    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ReviewApp.StartAsync(("Review:ReleaseHold", "00:10:00"));
        _desk = new Desk(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

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
        await _desk.PackOfAsync(Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Approve);
        await _desk.ReleaseAsync();
        (await _desk.DecideAsync(1, Choice.Skip)).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        (await _desk.Editor.SendAsync("DELETE", $"{_desk.Pack}/release")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await _desk.DecideAsync(1, Choice.Skip)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await _desk.Editor.SendAsync("DELETE", $"{_desk.Pack}/release")).CodeAsync()).ShouldBe("release.none");
        // The end of the hold comes all the same, here at once, and finds nothing to send.
        await _app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE outbox SET not_before = created_at"));
        await _app.DeliveredAsync();
        await Eventually.GetAsync(
            () => _app.WithDbAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox WHERE consumer LIKE '%send-release'").SingleAsync()),
            handled => handled == 1, "the end of the hold");
        await _app.DeliveredAsync();
        _app.Neighbours.Received<PackReleased>().ShouldNotContain(message => message.PackDate == _desk.Date);
    }

    [Fact]
    public async Task After_the_hold_it_is_sent_and_what_expired_can_be_offered_again()
    {
        await using var app = await ReviewApp.StartAsync(("Review:ReleaseHold", "00:00:00.500"));
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        await desk.DecideAsync(1, Choice.Approve);
        await desk.ReleaseAsync();

        var released = await app.Neighbours.ReceivedAsync<PackReleased>(message => message.PackDate == desk.Date);

        (released.Approved.Count, released.Undecided).ShouldBe((1, 1));
        (await (await desk.Editor.SendAsync("DELETE", $"{desk.Pack}/release")).CodeAsync()).ShouldBe("release.out");
        var again = await desk.Reviewer.SendAsync("POST", $"/api/candidates/{desk.IdOf(2)}/offer").ReadAsync<CandidateView>();
        (again.State, again.ReturnedFrom, again.Decision).ShouldBe((CandidateState.Waiting, desk.IdOf(2), null));
        (await (await desk.Reviewer.SendAsync("POST", $"/api/candidates/{desk.IdOf(1)}/offer")).CodeAsync()).ShouldBe("offer.not-expired");
    }

    [Fact]
    public async Task Without_the_version_that_was_seen_nothing_is_decided_or_edited()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        var address = $"/api/candidates/{_desk.IdOf(1)}";

        using var decision = new HttpRequestMessage(HttpMethod.Put, $"{address}/decision") { Content = System.Net.Http.Json.JsonContent.Create(new { decision = "skip" }) };
        (await _desk.Reviewer.SendAsync(decision, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await _desk.Editor.SendAsync("PATCH", address, new { summary = "x" })).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        var outcomes = await _desk.Reviewer.SendAsync("POST", $"{_desk.Pack}/decisions", new object[]
        {
            new { number = 1, decision = "skip" }, new { number = 2, decision = "skip", ifMatch = await _desk.TagOfAsync(2) },
        }).ReadAsync<List<BulkOutcome>>();

        outcomes.Select(outcome => (outcome.Status, outcome.Code)).ShouldBe([(428, "decide.if-match"), (200, null)]);
        (await _desk.CandidateAsync(1)).Decision.ShouldBeNull();
    }
}
