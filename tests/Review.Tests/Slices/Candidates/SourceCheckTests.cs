using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Candidates;

/// <summary>A source that disappears while its candidate waits for a person.</summary>
public sealed class SourceCheckTests : IAsyncLifetime
{
    private ReviewApp _app = null!;
    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ReviewApp.StartAsync(
            ("SourceChecks:Check", "00:00:00.100"),
            ("SourceChecks:Waiting", "00:00:00.300"),
            ("SourceChecks:Offered", "00:00:00.300"),
            ("Review:ReleaseHold", "00:10:00")
        );
        _desk = new Desk(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_waits_for_a_pack_is_looked_at_and_what_is_gone_is_not_offered()
    {
        var (gone, stands) = (new Arrivals.Item("gone", 2), new Arrivals.Item("stands", 2));
        await _app.ArriveAsync(gone, stands);

        await AnswerAsync(gone.Id, found => found with { Withdrawn = "来源已不存在：404" });
        await AnswerAsync(stands.Id, found => found);
        await ViewAsync(gone.Id, candidate => candidate.State == CandidateState.Blocked);
        (await ViewAsync(stands.Id, candidate => candidate.SourceSeenAt > candidate.Source!.FetchedAt)).State.ShouldBe(
            CandidateState.Waiting
        );

        await _desk.CutAsync();
        (await _desk.TitlesAsync()).ShouldBe(["1 stands"]);
    }

    [Fact]
    public async Task What_a_pack_offers_is_marked_in_place_and_cannot_be_approved_whatever_screens_it_again()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await AnswerAsync(
            _desk.IdOf(1),
            found => found with { Withdrawn = "已作为垃圾内容锁定", CheckedAt = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero) }
        );
        await ViewAsync(_desk.IdOf(1), candidate => candidate.Verdict == Verdict.Blocked);

        using var page = await PageSession.SignInAsync(_app, "reviewer");
        var html = WebUtility.HtmlDecode(
            await (await page.GetAsync($"/packs/{_desk.Date:yyyy-MM-dd}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        html.ShouldContain("原文已删除或撤回：已作为垃圾内容锁定（2026-03-09 09:00 查看时发现）");
        (await (await _desk.DecideAsync(1, Choice.Approve)).CodeAsync()).ShouldBe("decide.blocked");

        await _desk.EditAsync(1, "P99 rose to 9 s.");
        await _app.SendAsync(_desk.ScreeningOf(1, revision: 2) with { Engine = ItemScreened.ByReviewer });
        var screened = await ViewAsync(_desk.IdOf(1), candidate => candidate.Verdict is not null);
        (screened.Verdict, screened.Findings.Count(finding => finding.Rule == "source.withdrawn")).ShouldBe((Verdict.Blocked, 1));
        (await (await _desk.DecideAsync(1, Choice.Approve)).CodeAsync()).ShouldBe("decide.blocked");
    }

    [Fact]
    public async Task What_waits_for_verification_is_looked_at_too()
    {
        await using var app = await ReviewApp.StartAsync(("SourceChecks:Check", "00:00:00.100"), ("SourceChecks:Offered", "00:00:00.300"));
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.Pass);
        await desk.DecideAsync(1, Choice.NeedsVerify, reason: "who says so?");
        await desk.ReleaseAsync();
        await Eventually.GetAsync(() => desk.CandidateAsync(1), candidate => candidate.State == CandidateState.Verification);
        var before = (await LastLookAsync(app, desk.IdOf(1)))?.Look ?? 0;

        var asked = await app.Neighbours.Messages.ReceivedAsync<SourceCheckRequested>(message =>
            message.CandidateId == desk.IdOf(1) && message.Look > before
        );
        await app.SendAsync(Found(asked) with { Withdrawn = "视频已删除" });

        await Eventually.GetAsync(() => desk.CandidateAsync(1), candidate => candidate.Verdict == Verdict.Blocked);
    }

    [Fact]
    public async Task What_does_not_answer_says_since_when_and_can_be_decided()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        var since = new DateTimeOffset(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);
        var tag = await _desk.TagOfAsync(1);
        await AnswerAsync(
            _desk.IdOf(1),
            found => found with { Fault = "/issues/1 answered 503", CheckedAt = since, NextLookAt = since.AddYears(99) }
        );
        var candidate = await ViewAsync(_desk.IdOf(1), candidate => candidate.SourceUnreachedSince is not null);

        (candidate.SourceUnreachedSince, candidate.SourceFault, candidate.ETag).ShouldBe((since, "/issues/1 answered 503", tag));
        using var page = await PageSession.SignInAsync(_app, "reviewer");
        var html = await (await page.GetAsync($"/packs/{_desk.Date:yyyy-MM-dd}")).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );
        WebUtility.HtmlDecode(html).ShouldContain("原文打不开，自 <time datetime=\"2026-03-09T01:00:00Z\">2026-03-09 09:00</time>");
        (await _desk.DecideAsync(1, Choice.Approve)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_release_is_taken_back_where_a_source_is_found_gone_in_its_hold()
    {
        await using var app = await ReviewApp.StartAsync(("Review:ReleaseHold", "00:10:00"));
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        await desk.DecideAsync(1, Choice.Approve);
        await desk.DecideAsync(2, Choice.Skip);
        await desk.ReleaseAsync();

        var asked = await app.Neighbours.Messages.ReceivedAsync<SourceCheckRequested>(message => message.CandidateId == desk.IdOf(1));
        await app.SendAsync(Found(asked) with { Withdrawn = "安全公告已撤回" });
        await Eventually.GetAsync(() => desk.CandidateAsync(1), candidate => candidate.Verdict == Verdict.Blocked);
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE outbox SET not_before = created_at"));

        (await Eventually.GetAsync(desk.ReadAsync, pack => pack.ReleasedAt is null, "the release is taken back"))
            .Candidates[0]
            .Decision.ShouldBe(Choice.Approve, "a person's decision is not changed");
        await app.DeliveredAsync();
        app.Neighbours.Messages.Received<PackReleased>().ShouldBeEmpty();
        app.Neighbours.Messages.Received<SourceCheckRequested>().ShouldHaveSingleItem("what is skipped is not looked at");
    }

    [Fact]
    public async Task In_the_hour_before_the_cut_everything_that_waits_is_looked_at_once()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 8, 22, 40, 0, TimeSpan.Zero));
        await using var app = await ReviewApp.StartShippedAsync(time);

        var asked = await Eventually.GetAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMinutes(1));
                return Task.FromResult(app.Neighbours.Messages.Received<SourceCheckRequested>().FirstOrDefault());
            },
            message => message is not null
        );

        asked!.Look.ShouldBe(1);
        var at = await app.WithDbAsync(db => db.Set<Review.Candidates.Sources.SourceLook>().Select(look => look.AskedAt).SingleAsync());
        at.ShouldBeGreaterThanOrEqualTo(new DateTimeOffset(2026, 3, 8, 23, 0, 0, TimeSpan.Zero));
    }

    private static SourceChecked Found(SourceCheckRequested asked) =>
        new()
        {
            CandidateId = asked.CandidateId,
            Look = asked.Look,
            CheckedAt = TimeProvider.System.GetUtcNow(),
        };

    private static Task<SourceCheckRequested?> LastLookAsync(ReviewApp app, Guid id) =>
        Task.FromResult(app.Neighbours.Messages.Received<SourceCheckRequested>().LastOrDefault(message => message.CandidateId == id));

    /// <summary>Answers the next look at it.</summary>
    private async Task AnswerAsync(Guid id, Func<SourceChecked, SourceChecked> how) =>
        await _app.SendAsync(
            how(Found(await _app.Neighbours.Messages.ReceivedAsync<SourceCheckRequested>(message => message.CandidateId == id)))
        );

    private Task<CandidateView> ViewAsync(Guid id, Func<CandidateView, bool> until) =>
        Eventually.GetAsync(() => _desk.Editor.GetAsync<CandidateView>($"/api/candidates/{id}"), until);
}
