using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;

namespace NewsEducator.Review.Tests.Slices.Packs;

[Collection(SliceCollection.Name)]
public sealed class PutPackFileTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);

    [Fact]
    public async Task A_ticked_file_decides_what_it_ticks_and_leaves_the_rest_open()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass, Verdict.Pass);
        var (file, tag) = await _desk.FileAsync();

        var answer = await _desk.PutFileAsync(Desk.Tick(Desk.Tick(file, 1, "approve"), 3, "needs-verify"), tag);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _desk.ReadAsync()).Candidates.Select(candidate => candidate.Decision).ShouldBe([Choice.Approve, null, Choice.NeedsVerify]);
        var (written, next) = await _desk.FileAsync();
        next.ShouldBe(answer.Headers.ETag.ShouldNotBeNull().ToString());
        written.ShouldBe(Desk.Tick(Desk.Tick(file, 1, "approve"), 3, "needs-verify"));
    }

    [Fact]
    public async Task With_anything_wrong_nothing_is_applied_and_every_error_names_its_line_and_candidate()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass, Verdict.Pass);
        var (file, tag) = await _desk.FileAsync();
        var twice = Desk.Tick(Desk.Tick(Desk.Tick(file, 1, "approve"), 2, "approve"), 2, "skip");
        var broken = twice.Replace($"**来源**：{_desk.UrlOf(3)}", "**来源**：javascript:alert(1)", StringComparison.Ordinal);

        var answer = await _desk.PutFileAsync(broken, tag);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var lines = broken.Split('\n').ToList();
        (await ErrorsAsync(answer)).ShouldBe([
            (lines.LastIndexOf("- [x] skip") + 1, 2, "pack.two-ticks"),
            (lines.IndexOf("**来源**：javascript:alert(1)") + 1, 3, "pack.url"),
        ]);
        (await _desk.FileAsync()).ShouldBe((file, tag));
    }

    [Fact]
    public async Task What_the_pack_does_not_allow_is_an_error_of_the_file_too()
    {
        await _desk.PackOfAsync(Verdict.Blocked, Verdict.Pass);
        var (file, tag) = await _desk.FileAsync();
        var ticked = Desk.Tick(Desk.Tick(file, 1, "approve"), 2, "approve")
            .Replace(_desk.UrlOf(2), _desk.UrlOf(9), StringComparison.Ordinal);

        var answer = await _desk.PutFileAsync(ticked, tag);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ErrorsAsync(answer)).Select(error => (error.Item, error.Code)).ShouldBe([(1, "decide.blocked"), (2, "pack.url-differs")]);
        (await _desk.FileAsync()).ShouldBe((file, tag));
    }

    [Fact]
    public async Task A_file_of_an_older_pack_is_refused_with_both_sides_of_each_difference()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        var (file, tag) = await _desk.FileAsync();
        await _desk.DecideAsync(1, Choice.Skip);

        var answer = await _desk.PutFileAsync(Desk.Tick(file, 1, "approve"), tag);

        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var problem = await Desk.ProblemAsync(answer);
        var difference = problem.GetProperty("differences").EnumerateArray().ShouldHaveSingleItem();
        difference.GetProperty("number").GetInt32().ShouldBe(1);
        difference.GetProperty("current").GetProperty("choice").GetString().ShouldBe("skip");
        difference.GetProperty("yours").GetProperty("choice").GetString().ShouldBe("approve");
        problem.GetProperty("current").GetString().ShouldBe(Desk.Tick(file, 1, "skip"));
        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.Skip);
    }

    [Fact]
    public async Task Without_the_tag_of_what_was_read_nothing_is_taken()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        var (file, _) = await _desk.FileAsync();

        (await _desk.PutFileAsync(Desk.Tick(file, 1, "skip"), null)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await _desk.PutFileAsync(Desk.Tick(file, 1, "skip"), "1")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await _desk.CandidateAsync(1)).Decision.ShouldBeNull();
    }

    private static async Task<IEnumerable<(int Line, int Item, string? Code)>> ErrorsAsync(HttpResponseMessage answer) =>
        (await Desk.ProblemAsync(answer))
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error =>
                (error.GetProperty("line").GetInt32(), error.GetProperty("item").GetInt32(), error.GetProperty("code").GetString())
            );
}
