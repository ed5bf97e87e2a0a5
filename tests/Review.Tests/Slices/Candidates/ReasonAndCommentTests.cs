using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.History;

namespace NewsEducator.Review.Tests.Slices.Candidates;

[Collection(SliceCollection.Name)]
public sealed class ReasonAndCommentTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);

    private string Comments => $"/api/candidates/{_desk.IdOf(1)}/comments";

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Needs_verify_asks_for_its_reason_in_the_api_and_on_the_page(string? reason)
    {
        var seen = (await _desk.PackOfAsync(Verdict.Pass)).Candidates[0].ETag;
        using var page = await PageSession.SignInAsync(fixture.App, "reviewer");

        var answer = await _desk.DecideAsync(1, Choice.NeedsVerify, reason: reason);
        var shown = await page.PostAsync(
            $"/packs/{_desk.Date:yyyy-MM-dd}/decide",
            ("number", "1"),
            ("choice", "needs-verify"),
            ("version", seen),
            ("reason", reason ?? "")
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.CodeAsync()).ShouldBe("decide.reason-required");
        shown.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _desk.CandidateAsync(1)).Decision.ShouldBeNull();
    }

    [Fact]
    public async Task A_comment_is_kept_with_its_author_and_can_be_made_after_the_release()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await _desk.ReleaseAsync();

        (await _desk.Reviewer.SendAsync("POST", Comments, new CommentRequest(" 数字在第二段 "))).StatusCode.ShouldBe(
            HttpStatusCode.Created
        );
        (await _desk.Editor.SendAsync("POST", Comments, new CommentRequest("ok"))).StatusCode.ShouldBe(HttpStatusCode.Created);

        (await _desk.Editor.GetAsync<List<CommentView>>(Comments))
            .Select(comment => (comment.By, comment.Text))
            .ShouldBe([("the reviewer", "数字在第二段"), ("the editor", "ok")]);
        (await _desk.Reviewer.SendAsync("POST", Comments, new CommentRequest(""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await _desk.Reviewer.SendAsync("POST", $"/api/candidates/{Guid.NewGuid()}/comments", new CommentRequest("x"))).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task A_reviewer_takes_a_candidate_and_only_an_editor_names_others()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        var address = $"/api/candidates/{_desk.IdOf(1)}/assignment";

        (await _desk.Reviewer.SendAsync("PUT", address, new AssignmentRequest("the editor"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (
            await _desk.Reviewer.SendAsync("PUT", address, new AssignmentRequest("the reviewer")).ReadAsync<CandidateView>()
        ).AssignedTo.ShouldBe("the reviewer");
        (await _desk.Editor.SendAsync("PUT", address, new AssignmentRequest("the editor"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _desk.Reviewer.SendAsync("PUT", address, new AssignmentRequest(null))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _desk.Editor.SendAsync("PUT", address, new AssignmentRequest(null), tag: "\"1\"")).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );

        (await _desk.HistoryAsync(1))
            .Select(entry => (entry.Action, entry.By, entry.Reason))
            .ShouldBe([(HistoryAction.Assigned, "the reviewer", "the reviewer"), (HistoryAction.Assigned, "the editor", "the editor")]);
    }

    [Fact]
    public async Task An_edit_stands_in_the_history_word_by_word()
    {
        await _desk.PackOfAsync(Verdict.Pass);

        await _desk.EditAsync(1, "P99 rose to 12s.");

        var diff = (await _desk.HistoryAsync(1))[^1].Diff;
        diff.Where(part => part.Kind != DiffKind.Same)
            .ShouldBe([new DiffPart(DiffKind.Removed, "9s"), new DiffPart(DiffKind.Added, "12s")]);
    }

    [Fact]
    public async Task A_file_that_edits_and_approves_the_same_candidate_is_refused()
    {
        var before = (await _desk.PackOfAsync(Verdict.Pass)).Candidates[0];
        var (file, tag) = await _desk.FileAsync();
        var edited = Desk.Tick(file.Replace(before.Summary, "P99 rose to 12s.", StringComparison.Ordinal), 1, "approve");

        var answer = await _desk.PutFileAsync(edited, tag);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Desk.ProblemAsync(answer)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("decide.edited");
        (await _desk.CandidateAsync(1)).Summary.ShouldBe(before.Summary);
    }
}
