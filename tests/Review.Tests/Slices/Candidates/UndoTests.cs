using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;

namespace NewsEducator.Review.Tests.Slices.Candidates;

[Collection(SliceCollection.Name)]
public sealed class UndoTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);

    [Fact]
    public async Task Undo_brings_back_choice_and_reason()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await _desk.DecideAsync(1, Choice.NeedsVerify, reason: "who says so?");
        await _desk.DecideAsync(1, Choice.Approve);

        var undone = await UndoAsync().ReadAsync<CandidateView>();

        (undone.Decision, undone.Reason).ShouldBe((Choice.NeedsVerify, "who says so?"));
        (await UndoAsync().ReadAsync<CandidateView>()).Decision.ShouldBeNull();
        (await UndoAsync()).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_another_has_decided_since_is_not_taken_back()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Approve);
        await _desk.Editor.SendAsync("PUT", _desk.Decision(1), new DecisionRequest(Choice.Skip));

        (await UndoAsync()).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.Skip);
    }

    [Fact]
    public async Task Ten_decisions_can_be_taken_back_and_none_after_the_release()
    {
        await _desk.PackOfAsync([.. Enumerable.Repeat(Verdict.Pass, 12)]);
        foreach (var number in Enumerable.Range(1, 12))
        {
            await _desk.DecideAsync(number, Choice.Skip);
        }

        for (var left = 10; left > 0; left--)
        {
            (await UndoAsync()).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await UndoAsync()).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _desk.ReadAsync())
            .Candidates.Where(candidate => candidate.Decision is not null)
            .Select(candidate => candidate.Number)
            .ShouldBe([1, 2]);
        await _desk.DecideAsync(5, Choice.Skip);
        await _desk.ReleaseAsync();
        (await (await UndoAsync()).CodeAsync()).ShouldBe("decide.released");
    }

    private Task<HttpResponseMessage> UndoAsync() => _desk.Reviewer.SendAsync("POST", $"{_desk.Pack}/undo");
}
