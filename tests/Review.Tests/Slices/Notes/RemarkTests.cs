using System.Net;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Tests.Slices.Notes;

/// <summary>On a candidate's page, without script.</summary>
[Collection(SliceCollection.Name)]
public sealed class RemarkTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);

    private string Page => $"/candidates/{_desk.IdOf(1)}";

    [Fact]
    public async Task What_one_says_the_others_read()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        using var page = await PageSession.SignInAsync(fixture.App, "reviewer");

        (await page.PostAsync($"{Page}/comments", ("text", "see <b>section 3</b>")))
            .Headers.Location!.ToString()
            .ShouldBe($"{Page}#comments");

        (await _desk.Editor.GetAsync<List<CommentView>>($"/api{Page}/comments"))
            .Select(comment => (comment.By, comment.Text))
            .ShouldBe([("the reviewer", "see <b>section 3</b>")]);
        (await ReadAsync(page)).ShouldContain("see &lt;b&gt;section 3&lt;/b&gt;");
        (await page.PostAsync($"{Page}/comments", ("text", " "))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_reviewer_takes_a_candidate_and_an_editor_names_another()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        using var reviewer = await PageSession.SignInAsync(fixture.App, "reviewer");
        using var editor = await PageSession.SignInAsync(fixture.App, "editor");

        await reviewer.PostAsync($"{Page}/assign", ("to", "the reviewer"));
        (await _desk.CandidateAsync(1)).AssignedTo.ShouldBe("the reviewer");
        (await reviewer.PostAsync($"{Page}/assign", ("to", "ann"))).StatusCode.ShouldBe(
            HttpStatusCode.Conflict,
            "only an editor names others"
        );
        await editor.PostAsync($"{Page}/assign", ("to", "ann"));

        (await _desk.CandidateAsync(1)).AssignedTo.ShouldBe("ann");
        (await _desk.HistoryAsync(1))
            .Select(entry => (entry.Action, entry.Via))
            .ShouldBe([(HistoryAction.Assigned, "page"), (HistoryAction.Assigned, "page")]);
        (await ReadAsync(editor)).ShouldContain("ann");
    }

    [Fact]
    public async Task A_viewer_only_reads()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        using var viewer = await PageSession.SignInAsync(fixture.App, "viewer");

        (await viewer.PostAsync($"{Page}/comments", ("text", "me too"))).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await _desk.Editor.GetAsync<List<CommentView>>($"/api{Page}/comments")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edit_shows_what_it_changed()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await _desk.EditAsync(1, "P99 rose to 9s on the gateway.");
        using var page = await PageSession.SignInAsync(fixture.App, "reviewer");

        (await ReadAsync(page)).ShouldContain("<ins>");
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private async Task<string> ReadAsync(PageSession page) => await ReadAsync(await page.GetAsync(Page));
}
