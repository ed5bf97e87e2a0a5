using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;

namespace NewsEducator.Review.Tests.Slices.Candidates;

public sealed class FourEyesTests(FourEyesTests.Pairs pairs) : IClassFixture<FourEyesTests.Pairs>
{
    /// <summary>A service where two decide together.</summary>
    public sealed class Pairs : IAsyncLifetime
    {
        internal ReviewApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await ReviewApp.StartAsync(("Review:FourEyes", "true"));

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    private readonly ReviewApp _app = pairs.App;
    private readonly Desk _desk = new(pairs.App);

    [Fact]
    public async Task The_first_opinion_decides_nothing_and_is_hidden_until_the_second_is_given()
    {
        await _desk.PackOfAsync(Verdict.Pass);

        var first = await GiveAsync(_desk.Reviewer, Choice.Approve).ReadAsync<CandidateView>();
        var seen = await _desk.Editor.GetAsync<CandidateView>($"/api/candidates/{_desk.IdOf(1)}");
        var history = await _desk.HistoryAsync(1);

        first.FourEyes!.Opinions.ShouldHaveSingleItem().Choice.ShouldBe(Choice.Approve);
        (seen.Decision, seen.FourEyes!.Given, seen.FourEyes.Opinions.Count).ShouldBe((null, 1, 0));
        (history[0].Action, history[0].After, history[0].Reason).ShouldBe((HistoryAction.Opined, null, null));

        var agreed = await GiveAsync(_desk.Editor, Choice.Approve).ReadAsync<CandidateView>();
        (agreed.Decision, agreed.FourEyes!.Agree, agreed.DecidedBy).ShouldBe((Choice.Approve, true, "the reviewer, the editor"));
        (await _desk.ReleaseAsync()).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await _app.Neighbours.Messages.ReceivedAsync<ItemApproved>(message => message.CandidateId == _desk.IdOf(1))).ApprovedBy.ShouldBe(
            "the reviewer, the editor"
        );
    }

    [Fact]
    public async Task No_page_shows_the_others_opinion_before_ones_own_is_given()
    {
        const string reason = "who measured that?";
        await _desk.PackOfAsync(Verdict.Pass);
        await _desk.DecideAsync(1, Choice.NeedsVerify, reason: reason);
        using var page = await PageSession.SignInAsync(_app, "editor");
        string[] places = [$"/packs/{_desk.Date:yyyy-MM-dd}", $"/candidates/{_desk.IdOf(1)}", "/history"];

        foreach (var place in places)
        {
            (await ReadAsync(page, place)).ShouldNotContain(reason, customMessage: place);
        }

        await GiveAsync(_desk.Editor, Choice.Skip);
        foreach (var place in places)
        {
            (await ReadAsync(page, place)).ShouldContain(reason, customMessage: place);
        }
    }

    private static async Task<string> ReadAsync(PageSession page, string place) =>
        WebUtility.HtmlDecode(await (await page.GetAsync(place)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Two_of_different_opinions_leave_it_open_until_one_changes_theirs()
    {
        var before = await StatisticsAsync();
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        await GiveAsync(_desk.Reviewer, Choice.Approve);

        var differ = await GiveAsync(_desk.Editor, Choice.Skip).ReadAsync<CandidateView>();
        var third = await GiveAsync(_app.ClientOf("operator"), Choice.Skip);

        (differ.Decision, differ.FourEyes!.Agree, differ.FourEyes.Opinions.Count).ShouldBe((null, false, 2));
        (await third.CodeAsync()).ShouldBe("decide.two-opinions");
        (await GiveAsync(_desk.Reviewer, Choice.Skip).ReadAsync<CandidateView>()).Decision.ShouldBe(Choice.Skip);
        var after = await StatisticsAsync();
        Added("the editor").ShouldBe((1, 1, 1));
        Added("the reviewer").ShouldBe((2, 1, 1));

        (await _desk.Reviewer.SendAsync("POST", $"{_desk.Pack}/undo").ReadAsync<CandidateView>()).FourEyes!.Agree.ShouldBe(false);

        (int Decisions, int Paired, int Agreed) Added(string name)
        {
            var (former, now) = (before.GetValueOrDefault(name), after[name]);
            return (now.Decisions - former.Decisions, now.Paired - former.Paired, now.Agreed - former.Agreed);
        }
    }

    private async Task<Dictionary<string, (int Decisions, int Paired, int Agreed)>> StatisticsAsync() =>
        (await _desk.Editor.GetAsync<List<ReviewerView>>("/api/reviewers")).ToDictionary(
            person => person.Name,
            person => (person.Decisions, person.Paired, person.Agreed)
        );

    [Fact]
    public async Task Opinions_of_an_older_text_fall_with_the_edit()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await GiveAsync(_desk.Reviewer, Choice.Approve);

        await _desk.EditAsync(1, "P99 rose to 12s.");

        (await _desk.CandidateAsync(1)).FourEyes.ShouldBeNull();
        (await _desk.Reviewer.SendAsync("POST", $"{_desk.Pack}/undo")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Two_ticked_files_are_two_opinions()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        var (file, tag) = await _desk.FileAsync();
        await _desk.PutFileAsync(Desk.Tick(file, 1, "skip"), tag);
        (await _desk.CandidateAsync(1)).Decision.ShouldBeNull();

        (await GiveAsync(_desk.Editor, Choice.Skip).ReadAsync<CandidateView>()).Decision.ShouldBe(Choice.Skip);

        (await _desk.FileAsync()).File.ShouldContain("- [x] skip");
    }

    [Fact]
    public async Task A_third_reviewers_file_voids_no_two_opinions()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await GiveAsync(_desk.Reviewer, Choice.Approve);
        await GiveAsync(_desk.Editor, Choice.Approve);
        var (file, tag) = await _desk.FileAsync();
        var third = _app.ClientOf("operator");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{_desk.Pack}.md")
        {
            Content = new StringContent(
                Desk.Tick(file.Replace("[x]", "[ ]", StringComparison.Ordinal), 1, "skip"),
                System.Text.Encoding.UTF8,
                "text/markdown"
            ),
        };
        request.Headers.TryAddWithoutValidation("If-Match", tag);

        var refused = await third.SendAsync(request, TestContext.Current.CancellationToken);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Desk.ProblemAsync(refused)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("decide.two-opinions");
        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.Approve);
    }

    [Fact]
    public async Task What_one_of_two_approved_keeps_the_pack_from_its_release()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await GiveAsync(_desk.Reviewer, Choice.Approve);

        var refused = await _desk.ReleaseAsync();

        (refused.StatusCode, await refused.CodeAsync()).ShouldBe((HttpStatusCode.Conflict, "release.outstanding"));
        (await _desk.CandidateAsync(1)).State.ShouldBe(CandidateState.Offered);
    }

    private Task<HttpResponseMessage> GiveAsync(HttpClient person, Choice choice) =>
        person.SendAsync("PUT", _desk.Decision(1), new DecisionRequest(choice, "as I see it"));
}
