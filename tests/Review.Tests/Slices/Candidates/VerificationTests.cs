using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Candidates;

/// <summary>A cut takes what waits, whoever sent it, so each test has a service of its own.</summary>
public sealed class VerificationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_verified_is_offered_first_in_a_later_pack_and_stays_in_its_old_one()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = await ReleasedWithOneToVerifyAsync(app);
        var before = await desk.FileAsync();

        var answer = await SettleAsync(desk, new { outcome = "offer", note = "the vendor confirmed it" });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var later = new Desk(app);
        (await later.Editor.PostAsJsonAsync("/api/packs", new { date = later.Date }, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var again = (await later.ReadAsync()).Candidates.ShouldHaveSingleItem();
        (again.ReturnedFrom, again.Note, again.Decision, again.Verdict).ShouldBe(
            (desk.IdOf(1), "the vendor confirmed it", null, Verdict.NeedsVerify)
        );
        (await desk.FileAsync()).File.ShouldBe(before.File);
        (await desk.CandidateAsync(1)).State.ShouldBe(CandidateState.Returned);
        (await QueueAsync(desk)).ShouldBe(0);
        (await desk.HistoryAsync(1))[^1].Action.ShouldBe(HistoryAction.Returned);
        (await SettleAsync(desk, new { outcome = "offer" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Compliance_hears_of_the_candidate_in_its_place_and_what_it_still_says_of_the_former_counts_for_it()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = await ReleasedWithOneToVerifyAsync(app);
        (await SettleAsync(desk, new { outcome = "offer" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var returned = await app.Neighbours.Messages.ReceivedAsync<CandidateReturned>(message => message.Former == desk.IdOf(1));

        await app.SendAsync(desk.ScreeningOf(1) with { PolicyVersion = "changed" });

        var again = await Eventually.GetAsync(
            () => desk.Editor.GetFromJsonAsync<JsonElement>($"/api/candidates/{returned.CandidateId}", Cancel),
            candidate => candidate.GetProperty("verdict").GetString() == nameof(Verdict.Pass),
            "the later screening"
        );
        again.GetProperty("state").GetString().ShouldBe(nameof(CandidateState.Waiting));
        (await desk.CandidateAsync(1)).Verdict.ShouldBe(Verdict.NeedsVerify, "in its old pack it stays what it was");
    }

    [Fact]
    public async Task What_is_skipped_after_verification_never_comes_back()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = await ReleasedWithOneToVerifyAsync(app);

        (await SettleAsync(desk, new { outcome = "skip", note = "made up" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await app.Neighbours.Messages.ReceivedAsync<ItemSkipped>(message => message.CandidateId == desk.IdOf(1))).SkippedBy.ShouldBe(
            "the reviewer"
        );
        (await desk.CandidateAsync(1)).State.ShouldBe(CandidateState.Skipped);
        (await QueueAsync(desk)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_in_the_queue_cannot_be_settled()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.Pass);

        (await SettleAsync(desk, new { outcome = "offer" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await desk.Reviewer.PutAsJsonAsync($"/api/verification/{Guid.NewGuid()}", new { outcome = "offer" }, Cancel)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private static async Task<Desk> ReleasedWithOneToVerifyAsync(ReviewApp app)
    {
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.NeedsVerify);
        await desk.DecideAsync(1, Choice.NeedsVerify, reason: "who says so?");
        await desk.ReleaseAsync();
        (await QueueAsync(desk)).ShouldBe(1);
        return desk;
    }

    private static Task<HttpResponseMessage> SettleAsync(Desk desk, object settlement) =>
        desk.Reviewer.PutAsJsonAsync($"/api/verification/{desk.IdOf(1)}", settlement, Cancel);

    private static async Task<int> QueueAsync(Desk desk) =>
        (await desk.Editor.GetFromJsonAsync<JsonElement>("/api/verification", Cancel)).GetArrayLength();
}
