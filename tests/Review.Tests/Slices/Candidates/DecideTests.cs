using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.ServiceDefaults.Http;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Candidates;

[Collection(SliceCollection.Name)]
public sealed class DecideTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);

    [Fact]
    public async Task A_decision_of_an_older_version_is_refused_and_shown_the_present_one()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        var seen = (await _desk.CandidateAsync(1)).ETag;
        (await _desk.DecideAsync(1, Choice.Approve, seen)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var stale = await _desk.DecideAsync(1, Choice.Skip, seen);

        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await Desk.ProblemAsync(stale)).GetProperty("current").GetProperty("decision").GetString().ShouldBe("approve");
        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.Approve);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("W/\"1\"")]
    [InlineData("version one")]
    public async Task An_if_match_that_is_no_tag_matches_nothing(string tag)
    {
        await _desk.PackOfAsync(Verdict.Pass);

        (await _desk.DecideAsync(1, Choice.Skip, tag)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await _desk.CandidateAsync(1)).Decision.ShouldBeNull();
    }

    [Fact]
    public async Task The_history_tells_who_changed_what_when_and_by_which_way()
    {
        var began = TimeProvider.System.GetUtcNow();
        await _desk.PackOfAsync(Verdict.Pass);
        await _desk.DecideAsync(1, Choice.NeedsVerify, reason: "哪个版本？");
        var (file, tag) = await _desk.FileAsync();
        await _desk.PutFileAsync(Desk.Tick(file.Replace("[x]", "[ ]", StringComparison.Ordinal), 1, "approve"), tag);
        var approved = await _desk.CandidateAsync(1);
        using var page = await PageSession.SignInAsync(fixture.App, "editor");
        await page.PostAsync($"/packs/{_desk.Date:yyyy-MM-dd}/decide", ("number", "1"), ("choice", "skip"), ("version", approved.ETag));

        var history = await _desk.HistoryAsync(1);

        history
            .Select(entry => (entry.By, entry.Via, entry.Action, entry.Before, entry.After))
            .ShouldBe([
                ("the reviewer", "api", HistoryAction.Decided, null, Choice.NeedsVerify),
                ("the reviewer", "file", HistoryAction.Decided, Choice.NeedsVerify, Choice.Approve),
                ("the editor", "page", HistoryAction.Decided, Choice.Approve, Choice.Skip),
            ]);
        history.Select(entry => entry.Reason).ShouldBe(["哪个版本？", null, null]);
        history.Select(entry => entry.ContentHash).ShouldBe([null, approved.ContentHash, null]);
        history.ShouldAllBe(entry => entry.At >= began && entry.At <= TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task A_blocked_candidate_can_be_skipped_and_not_approved()
    {
        await _desk.PackOfAsync(Verdict.Blocked);

        var refused = await _desk.DecideAsync(1, Choice.Approve);

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Desk.ProblemAsync(refused)).GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("数字不在原文中");
        (await _desk.DecideAsync(1, Choice.Skip)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Twenty_decisions_at_once_are_all_kept()
    {
        var before = await _desk.PackOfAsync([.. Enumerable.Repeat(Verdict.Pass, 20)]);

        var answers = await Task.WhenAll(
            Enumerable.Range(1, 20).Select(number => _desk.DecideAsync(number, number % 2 == 0 ? Choice.Skip : Choice.Approve))
        );

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        var after = await _desk.ReadAsync();
        after.Candidates.ShouldAllBe(candidate => candidate.Decision == (candidate.Number % 2 == 0 ? Choice.Skip : Choice.Approve));
        after.ETag.ShouldBe(VersionTag.Of(VersionOf(before) + 20));
        foreach (var number in Enumerable.Range(1, 20))
        {
            (await _desk.HistoryAsync(number)).ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task A_decision_while_its_screening_comes_in_fails_for_neither()
    {
        var numbers = Enumerable.Range(1, 20).ToList();
        await _desk.PackOfAsync([.. numbers.Select(_ => Verdict.Pass)]);
        var again = numbers.Select(number =>
            fixture.App.SendAsync(_desk.ScreeningOf(number, Verdict.NeedsVerify) with { PolicyVersion = "p2" })
        );

        var answers = numbers.Select(number => _desk.DecideAsync(number, Choice.Skip, "*")).ToList();
        await Task.WhenAll(again);

        (await Task.WhenAll(answers)).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        var pack = await Eventually.GetAsync(
            _desk.ReadAsync,
            pack => pack.Candidates.All(candidate => candidate.Verdict == Verdict.NeedsVerify)
        );
        pack.Decided.ShouldBe(20);
    }

    private static int VersionOf(PackSummary pack) => int.Parse(pack.ETag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture);
}
