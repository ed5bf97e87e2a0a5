using System.Net;
using NewsEducator.Contracts;
using Item = NewsEducator.Review.Tests.Slices.Arrivals.Item;

namespace NewsEducator.Review.Tests.Slices.Packs;

/// <summary>What waits beside an open pack is shared by all, so each test has a service of its own.</summary>
public sealed class UnofferedCandidatesTests
{
    private static readonly Item Best = new("best", 2.9, "cache");
    private static readonly Item Second = new("second", 2.5, "dns");
    private static readonly Item Third = new("third", 2, "tls");
    private static readonly Item Poor = new("poor", 0.1);
    private static readonly Item NotWorthIt = new("not worth it", 2.8, Worth: 0.2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_did_not_fit_is_listed_in_order_without_what_is_below_the_floor()
    {
        await using var app = await ReviewApp.StartAsync(("Review:PackSize", "1"));
        var desk = await CutAsync(app);

        var rest = await desk.Reviewer.GetAsync<List<CandidateView>>($"{desk.Pack}/rest");

        rest.Select(candidate => candidate.Title).ShouldBe(["second", "third"]);
        rest.ShouldAllBe(candidate => candidate.State == CandidateState.Waiting && candidate.Number == null);
        rest[0].Placement.ShouldNotBeNull().Points.ShouldBeGreaterThan(rest[1].Placement.ShouldNotBeNull().Points);
        (await PageAsync(app, $"/packs/{desk.Date:yyyy-MM-dd}")).ShouldContain("其余候选（2）");
    }

    [Fact]
    public async Task A_reviewer_adds_one_that_comes_last_is_decided_and_released_like_the_others()
    {
        await using var app = await ReviewApp.StartAsync(("Review:PackSize", "1"));
        var desk = await CutAsync(app);

        var added = await AddAsync(desk, Third, await TagAsync(desk, Third)).ReadAsync<CandidateView>();

        (added.Number, added.State).ShouldBe((2, CandidateState.Offered));
        (await desk.Editor.GetAsync<List<HistoryView>>($"/api/candidates/{Third.Id}/history"))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                entry => entry.Action.ShouldBe(HistoryAction.Added),
                entry => entry.By.ShouldBe("the reviewer"),
                entry => entry.Via.ShouldBe("api")
            );
        await desk.CutAsync();
        (await desk.TitlesAsync()).ShouldBe(["1 best", "2 third"], "a person has touched the pack, so no cut changes it");
        await desk.DecideAsync(Third, "approve");
        await desk.ReleaseAsync();
        (await app.Neighbours.Messages.ReceivedAsync<ItemApproved>(message => message.CandidateId == Third.Id)).Number.ShouldBe(2);
    }

    [Fact]
    public async Task Adding_is_refused_without_the_version_with_an_old_one_twice_below_the_floor_and_after_the_release()
    {
        await using var app = await ReviewApp.StartAsync(("Review:PackSize", "1"));
        var desk = await CutAsync(app);
        var tag = await TagAsync(desk, Second);

        (await AddAsync(desk, Second, null)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await AddAsync(desk, Second, "\"99\"")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await AddAsync(desk, Poor, "*")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await AddAsync(desk, Second, tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AddAsync(desk, Second, tag)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await (await AddAsync(desk, Second, "*")).CodeAsync()).ShouldBe("rest.not-waiting");
        (await app.ClientOf("viewer").SendAsync("PUT", $"{desk.Pack}/rest/{Third.Id}", tag: "*")).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await desk.Reviewer.SendAsync("PUT", $"{desk.Pack}/rest/{Guid.NewGuid()}", tag: "*")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await desk.ReleaseAsync();
        (await (await AddAsync(desk, Third, "*")).CodeAsync()).ShouldBe("decide.released");

        (await desk.TitlesAsync()).ShouldBe(["1 best", "2 second"]);
    }

    [Fact]
    public async Task Several_who_add_at_once_each_get_a_number_of_their_own()
    {
        await using var app = await ReviewApp.StartAsync(("Review:PackSize", "1"));
        var desk = new Desk(app);
        Item[] waiting = [.. Enumerable.Range(0, 8).Select(index => new Item($"item {index}", 2 - (index / 10d), $"concept{index}"))];
        await app.ArriveAsync([Best, .. waiting]);
        await desk.CutAsync();

        var answers = await Task.WhenAll(waiting.Select(item => AddAsync(desk, item, "*")));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await desk.ReadAsync()).Candidates.Select(candidate => candidate.Number).ShouldBe(Enumerable.Range(1, 9).Cast<int?>());
    }

    [Fact]
    public async Task The_page_shows_the_rest_with_its_reasons_and_adds_one()
    {
        await using var app = await ReviewApp.StartAsync(("Review:PackSize", "1"));
        var desk = await CutAsync(app);
        using var page = await PageSession.SignInAsync(app, "reviewer");
        var address = $"/packs/{desk.Date:yyyy-MM-dd}/rest";
        var html = await PageAsync(app, address);
        html.ShouldContain("second");
        html.ShouldContain("学习价值 2.5 / 3");
        html.ShouldNotContain("not worth it");

        var added = await page.PostAsync(address, ("id", $"{Second.Id}"), ("version", await TagAsync(desk, Second)));
        var stale = await page.PostAsync(address, ("id", $"{Third.Id}"), ("version", "\"99\""));

        added.Headers.Location!.ToString().ShouldBe($"/packs/{desk.Date:yyyy-MM-dd}#c2");
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await desk.TitlesAsync()).ShouldBe(["1 best", "2 second"]);
    }

    private static async Task<Desk> CutAsync(ReviewApp app)
    {
        var desk = new Desk(app);
        await app.ArriveAsync(Third, Best, Poor, Second, NotWorthIt);
        await desk.CutAsync();
        (await desk.TitlesAsync()).ShouldBe(["1 best"]);
        return desk;
    }

    private static async Task<string> TagAsync(Desk desk, Item item) =>
        (await desk.Editor.GetAsync<CandidateView>($"/api/candidates/{item.Id}")).ETag;

    private static Task<HttpResponseMessage> AddAsync(Desk desk, Item item, string? tag) =>
        desk.Reviewer.SendAsync("PUT", $"{desk.Pack}/rest/{item.Id}", tag: tag);

    private static async Task<string> PageAsync(ReviewApp app, string address)
    {
        using var page = await PageSession.SignInAsync(app, "reviewer");
        return WebUtility.HtmlDecode(await (await page.GetAsync(address)).Content.ReadAsStringAsync(Cancel));
    }
}
