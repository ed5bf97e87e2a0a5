using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Candidates;

[Collection(SliceCollection.Name)]
public sealed class EditTests(ReviewFixture fixture)
{
    private const string Text = "P99 rose to 90s.";

    private readonly Desk _desk = new(fixture.App);

    [Fact]
    public async Task An_edit_drops_the_decision_and_the_new_text_is_screened_before_the_release()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Skip);
        await _desk.DecideAsync(2, Choice.Approve);

        (await _desk.EditAsync(2, Text)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await _desk.CandidateAsync(2)).Decision.ShouldBeNull();
        var edited = await fixture.App.Neighbours.Messages.ReceivedAsync<CandidateEdited>(message => message.CandidateId == _desk.IdOf(2));
        (edited.Revision, edited.Summary.Text, edited.EditedBy).ShouldBe((2, Text, "the editor"));
        (await _desk.DecideAsync(2, Choice.Approve)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var early = await _desk.ReleaseAsync();
        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Desk.ProblemAsync(early)).GetProperty("detail").GetString().ShouldBe("还在等待核查的条目：2；核查完成后再发布。");

        await fixture.App.SendAsync(_desk.ScreeningOf(2, revision: 2, text: Text) with { Engine = ItemScreened.ByReviewer });
        await Eventually.GetAsync(_desk.ReadAsync, pack => pack.WaitingFor is null);
        (await _desk.DecideAsync(2, Choice.Approve)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _desk.ReleaseAsync()).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var approved = await fixture.App.Neighbours.Messages.ReceivedAsync<ItemApproved>(message => message.CandidateId == _desk.IdOf(2));
        approved.Content.Summary.ShouldBe(Text);
    }

    [Fact]
    public async Task Further_texts_are_edited_screened_and_go_with_another_summary()
    {
        await _desk.PackOfAsync(Verdict.Pass);

        var edited = await _desk
            .EditAsync(1, new EditRequest(OneLiner: "连接活得比网关久", Terms: [new Term { Name = "P99", Explanation = "99% 请求快于它" }]))
            .ReadAsync<CandidateView>();

        (edited.OneLiner, edited.Verdict, edited.Findings.Count).ShouldBe(("连接活得比网关久", null, 0));
        (await _desk.FileAsync()).File.ShouldContain("**一句话**：连接活得比网关久\n**术语**：P99：99% 请求快于它\n");
        var sent = await fixture.App.Neighbours.Messages.ReceivedAsync<CandidateEdited>(message => message.CandidateId == _desk.IdOf(1));
        sent.Summary.OneLiner.ShouldBe("连接活得比网关久");
        var again = await _desk.EditAsync(1, Text).ReadAsync<CandidateView>();
        (again.OneLiner, again.Terms.Count).ShouldBe((null, 0));
    }

    [Fact]
    public async Task The_text_before_the_edit_is_in_the_history()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Approve);
        var before = await _desk.CandidateAsync(1);

        await _desk.EditAsync(1, Text);

        var entry = (await _desk.HistoryAsync(1))[^1];
        (entry.Action, entry.By, entry.Before, entry.After).ShouldBe((HistoryAction.Edited, "the editor", Choice.Approve, null));
        entry.TextBefore.ShouldBe($"{before.Title}\n{before.Summary}");
    }

    [Fact]
    public async Task An_edited_line_of_the_file_is_an_edit()
    {
        var before = (await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass)).Candidates[0];
        var (file, tag) = await _desk.FileAsync();
        var at = file.IndexOf(before.Summary, StringComparison.Ordinal);

        (await _desk.PutFileAsync($"{file[..at]}{Text}{file[(at + before.Summary.Length)..]}", tag)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (
            await fixture.App.Neighbours.Messages.ReceivedAsync<CandidateEdited>(message => message.CandidateId == _desk.IdOf(1))
        ).Summary.Text.ShouldBe(Text);
        await fixture.App.DeliveredAsync();
        fixture.App.Neighbours.Messages.Received<CandidateEdited>().ShouldNotContain(message => message.CandidateId == _desk.IdOf(2));
    }

    [Fact]
    public async Task What_a_new_screening_has_overtaken_must_be_decided_again()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Approve);
        await fixture.App.SendAsync(_desk.ScreeningOf(1, Verdict.Blocked) with { PolicyVersion = "p2" });
        await Eventually.GetAsync(() => _desk.CandidateAsync(1), candidate => candidate.Verdict == Verdict.Blocked);

        var refused = await _desk.ReleaseAsync();

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Desk.ProblemAsync(refused)).GetProperty("code").GetString().ShouldBe("release.overtaken");
    }
}
