using System.Net;
using System.Text.Json;
using NewsEducator.Contracts;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Review.Tests.Packs.Files;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Packs;

[Collection(SliceCollection.Name)]
public sealed class ImportTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_file_many_times_at_once_is_one_import()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _desk.ImportAsync(_desk.FileOf(2))));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Accepted);
        await fixture.App.DeliveredAsync();
        fixture
            .App.Neighbours.Messages.Received<ItemSubmitted>()
            .Where(message => message.Submission.PackDate == _desk.Date)
            .Select(message => message.Url)
            .ShouldBe([_desk.UrlOf(1), _desk.UrlOf(2)], ignoreOrder: true);
        (await _desk.ReadAsync()).Items.ShouldBe(2);
    }

    [Fact]
    public async Task An_item_that_nobody_answered_for_is_submitted_again_and_an_answered_one_is_not()
    {
        await _desk.ImportAsync(_desk.FileOf(2));
        await fixture.App.SendAsync(_desk.ScreeningOf(1));
        await Eventually.GetAsync(_desk.ReadAsync, pack => pack.Candidates.Count(candidate => candidate.Verdict is not null) == 1);
        var now = TimeProvider.System.GetUtcNow();

        await fixture.App.WithDbAsync(async db =>
        {
            var sent = new SentSubmissions(db);
            var ids = await sent.ListAsync(now.AddHours(-1), now.AddHours(1), Cancel);
            ids.ShouldContain(_desk.IdOf(2));
            ids.ShouldNotContain(_desk.IdOf(1));
            await sent.SendAgainAsync([_desk.IdOf(2)], now, Cancel);
            return await db.SaveChangesAsync(Cancel);
        });

        var again = await fixture.App.Neighbours.Messages.ReceivedAsync<ItemSubmitted>(message =>
            message.Url == _desk.UrlOf(2) && message.Submission.SentAgainAt is not null
        );
        again.NaturalKey.ShouldNotBe((again with { Submission = again.Submission with { SentAgainAt = null } }).NaturalKey);
    }

    [Fact]
    public async Task A_screened_import_answers_again_with_what_came_of_it()
    {
        await _desk.PackOfAsync(Verdict.Pass);

        (await _desk.ImportAsync(_desk.FileOf(1))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_source_that_is_published_already_is_said_at_the_import()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Approve);
        await _desk.ReleaseAsync();
        var later = new Desk(fixture.App);
        var spelling = _desk.UrlOf(1).Replace("https://", "http://www.", StringComparison.Ordinal) + "#comment";

        var imported = await later.ImportAsync(
            later
                .FileOf(2)
                .Replace(later.UrlOf(1), spelling, StringComparison.Ordinal)
                .Replace(later.UrlOf(2), _desk.UrlOf(1), StringComparison.Ordinal)
        );

        var pack = await Task.FromResult(imported).ReadAsync<PackView>();
        pack.AlreadyPublished.ShouldBe([new PublishedBefore(1, spelling, _desk.Date), new PublishedBefore(2, _desk.UrlOf(1), _desk.Date)]);
    }

    [Fact]
    public async Task Another_file_of_that_day_is_refused()
    {
        await _desk.ImportAsync(_desk.FileOf(1));

        var refused = await _desk.ImportAsync(_desk.FileOf(2));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Desk.ProblemAsync(refused)).GetProperty("code").GetString().ShouldBe("import.exists");
        (await _desk.ReadAsync()).Items.ShouldBe(1);
    }

    [Fact]
    public async Task Ticks_of_the_file_decide_nothing()
    {
        await _desk.ImportAsync(_desk.FileOf(2, Choice.Approve));

        (await _desk.ReadAsync()).Candidates.Select(candidate => candidate.Decision).ShouldBe([null, null]);
    }

    [Fact]
    public async Task Broken_files_are_refused_with_every_error_and_leave_nothing_behind()
    {
        foreach (var name in BrokenPack.Names().Where(name => !name.StartsWith("put-", StringComparison.Ordinal)))
        {
            var refused = await _desk.ImportAsync(BrokenPack.FileOf(name));

            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            var errors = (await Desk.ProblemAsync(refused))
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error =>
                    $"{error.GetProperty("line")} | {(error.GetProperty("item") is { ValueKind: JsonValueKind.Number } item ? item.ToString() : "-")} | {error.GetProperty("code")}"
                );
            errors.ShouldBe(BrokenPack.ErrorsOf(name).Select(line => string.Join(" | ", line.Split(" | ").Take(3))), name);
        }

        (await _desk.Editor.GetAsync("/api/packs/2026-03-09", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory]
    [InlineData(DropReason.NotFetched, "source.not-fetched")]
    [InlineData(DropReason.Whitelist, "source.whitelist")]
    public async Task An_entry_whose_source_was_not_fetched_is_blocked_and_says_why(DropReason reason, string rule)
    {
        await _desk.ImportAsync(_desk.FileOf(1));

        await fixture.App.SendAsync(Dropped(1, reason));

        var pack = await Eventually.GetAsync(_desk.ReadAsync, pack => pack.WaitingFor is null);
        pack.Candidates[0].Verdict.ShouldBe(Verdict.Blocked);
        var finding = pack.Candidates[0].Findings.ShouldHaveSingleItem();
        (finding.Rule, finding.Severity, finding.Evidence).ShouldBe((rule, Severity.Block, _desk.UrlOf(1)));
        finding.Message.ShouldContain("status 404");
        pack.Audit.Select(entry => (entry.Url, entry.Reason)).ShouldBe([(_desk.UrlOf(1), reason)]);
        (await _desk.DecideAsync(1, Choice.Approve)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _desk.DecideAsync(1, Choice.Skip)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_last_line_of_the_file_follows_the_screenings()
    {
        await _desk.ImportAsync(_desk.FileOf(3));
        (await LastLineAsync()).ShouldEndWith("白名单合规校验：待运行*");

        await fixture.App.SendAsync(_desk.ScreeningOf(1));
        await fixture.App.SendAsync(_desk.ScreeningOf(2, Verdict.NeedsVerify));
        await Eventually.GetAsync(_desk.ReadAsync, pack => pack.WaitingFor == "screening of 3");
        (await LastLineAsync()).ShouldEndWith("白名单合规校验：待运行*");

        await fixture.App.SendAsync(_desk.ScreeningOf(3));
        (await Eventually.GetAsync(LastLineAsync, line => !line.Contains("待运行"))).ShouldEndWith("白名单合规校验：有待核实 1 条*");
        await fixture.App.SendAsync(_desk.ScreeningOf(3, Verdict.Blocked) with { PolicyVersion = "p2" });
        (await Eventually.GetAsync(LastLineAsync, line => !line.Contains("有待核实"))).ShouldEndWith("白名单合规校验：拦截 1 条*");
        await fixture.App.SendAsync(_desk.ScreeningOf(2) with { PolicyVersion = "p2" });
        await fixture.App.SendAsync(_desk.ScreeningOf(3) with { PolicyVersion = "p3" });
        await Eventually.GetAsync(LastLineAsync, line => line.EndsWith("白名单合规校验：通过*", StringComparison.Ordinal));
    }

    private ItemDropped Dropped(int number, DropReason reason) =>
        new()
        {
            ItemId = ItemIds.ForUrl(_desk.UrlOf(number)),
            Url = _desk.UrlOf(number),
            Reason = reason,
            Detail = "status 404",
            DroppedAt = TimeProvider.System.GetUtcNow(),
            Submission = new Submission
            {
                Id = _desk.IdOf(number),
                PackDate = _desk.Date,
                Number = number,
                Title = "一个标题",
                Type = ItemTypes.Incident,
                Summary = "一句摘要。",
            },
        };

    private async Task<string> LastLineAsync() => (await _desk.FileAsync()).File.TrimEnd('\n').Split('\n')[^1];
}
