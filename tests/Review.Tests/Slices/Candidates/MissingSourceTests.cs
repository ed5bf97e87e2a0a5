using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Candidates;

/// <summary>A source that is not found for the first time while a release with it is held.</summary>
public sealed class MissingSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_release_waits_for_a_second_look_and_is_taken_back_where_that_misses_it_too()
    {
        await using var app = await StartAsync(TimeSpan.FromMinutes(10));
        var desk = await ReleasedAsync(app);
        await AnswerAsync(app, desk.IdOf(2), 1, found => found);
        await AnswerAsync(app, desk.IdOf(1), 1, Missing);

        var waiting = await Eventually.GetAsync(desk.ReadAsync, pack => pack.WaitingFor == "sources of 1", "the wait for source 1");
        (waiting.AwaitedSources.Single(), waiting.HeldUntil > waiting.ReleasedAt + TimeSpan.FromMinutes(10)).ShouldBe((1, true));
        using var page = await PageSession.SignInAsync(app, "reviewer");
        var html = await (await page.GetAsync($"/packs/{desk.Date:yyyy-MM-dd}")).Content.ReadAsStringAsync(Cancel);
        WebUtility.HtmlDecode(html).ShouldContain("发布还在等：第 1 条的原文");

        await AnswerAsync(app, desk.IdOf(1), 2, found => found with { Withdrawn = "来源已不存在：404" });

        var back = await Eventually.GetAsync(desk.ReadAsync, pack => pack.ReleasedAt is null, "the release is taken back");
        (back.AwaitedSources.Count, back.Candidates[0].Verdict).ShouldBe((0, Verdict.Blocked));
        await app.SentinelAsync();
        app.Neighbours.Messages.Received<PackReleased>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_source_that_is_found_by_the_second_look_sends_the_release()
    {
        await using var app = await StartAsync(TimeSpan.FromMinutes(10));
        var desk = await ReleasedAsync(app);
        await Eventually.GetAsync(desk.ReadAsync, pack => pack.WaitingFor == "sources of 1, 2", "looks that nobody answered yet");
        await AnswerAsync(app, desk.IdOf(1), 1, Missing);
        await AnswerAsync(app, desk.IdOf(2), 1, found => found with { Fault = "/issues/2 answered 503" });
        await Eventually.GetAsync(desk.ReadAsync, pack => pack.WaitingFor == "sources of 1", "the second look");
        await app.SentinelAsync();
        app.Neighbours.Messages.Received<PackReleased>().ShouldBeEmpty();

        await AnswerAsync(app, desk.IdOf(1), 2, found => found);

        (await app.Neighbours.Messages.ReceivedAsync<PackReleased>(message => message.PackDate == desk.Date)).Approved.Count.ShouldBe(2);
        app.Neighbours.Messages.Received<SourceCheckRequested>()
            .Count(asked => asked.CandidateId == desk.IdOf(2))
            .ShouldBe(1, "a host in trouble is asked no second time for a release");
    }

    [Fact]
    public async Task A_host_in_trouble_after_a_miss_delays_a_release_and_does_not_keep_it()
    {
        await using var app = await StartAsync(TimeSpan.FromSeconds(6));
        var desk = await ReleasedAsync(app);
        await AnswerAsync(app, desk.IdOf(2), 1, found => found);
        await AnswerAsync(app, desk.IdOf(1), 1, Missing);
        await AnswerAsync(app, desk.IdOf(1), 2, found => found with { Fault = "/issues/1 answered 503" });

        await app.Neighbours.Messages.ReceivedAsync<SourceCheckRequested>(asked => asked.CandidateId == desk.IdOf(1) && asked.Look == 3);
        app.Neighbours.Messages.Received<PackReleased>().ShouldBeEmpty();

        (await app.Neighbours.Messages.ReceivedAsync<PackReleased>(message => message.PackDate == desk.Date)).Approved.Count.ShouldBe(2);
        (await desk.ReadAsync()).AwaitedSources.ShouldBeEmpty();
    }

    private static Task<ReviewApp> StartAsync(TimeSpan waitAtMost) =>
        ReviewApp.StartAsync(
            ("Review:ReleaseHold", "00:00:00.500"),
            ("SourceChecks:SecondLook", "00:00:00.300"),
            ("SourceChecks:WaitAtMost", waitAtMost.ToString("c"))
        );

    private static async Task<Desk> ReleasedAsync(ReviewApp app)
    {
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        await desk.DecideAsync(1, Choice.Approve);
        await desk.DecideAsync(2, Choice.Approve);
        (await desk.ReleaseAsync()).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return desk;
    }

    private static SourceChecked Missing(SourceChecked found) => found with { Fault = "/issues/1 answered 404", IsMissing = true };

    private static async Task AnswerAsync(ReviewApp app, Guid id, int look, Func<SourceChecked, SourceChecked> how)
    {
        await app.Neighbours.Messages.ReceivedAsync<SourceCheckRequested>(asked => asked.CandidateId == id && asked.Look == look);
        await app.SendAsync(
            how(
                new SourceChecked
                {
                    CandidateId = id,
                    Look = look,
                    CheckedAt = TimeProvider.System.GetUtcNow(),
                }
            )
        );
    }
}
