using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;

namespace NewsEducator.Review.Tests.Slices.Pages;

[Collection(SliceCollection.Name)]
public sealed class PageTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);

    private string Page => $"/packs/{_desk.Date:yyyy-MM-dd}";

    [Fact]
    public async Task Undo_takes_back_ones_own_decisions_one_after_the_other()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        using var page = await PageSession.SignInAsync(fixture.App, "editor");
        await DecideAsync(page, 1, "skip");
        await DecideAsync(page, 1, "approve");
        await _desk.DecideAsync(2, Choice.NeedsVerify, reason: "who says so?");

        await page.PostAsync($"{Page}/undo");
        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.Skip);
        await page.PostAsync($"{Page}/undo");
        await page.PostAsync($"{Page}/undo");

        (await _desk.ReadAsync())
            .Candidates.Select(candidate => candidate.Decision)
            .ShouldBe([null, Choice.NeedsVerify], "the other's decision stands");
        (await _desk.HistoryAsync(1))
            .Select(entry => (entry.Action, entry.Via, entry.Before, entry.After))
            .ShouldBe([
                (HistoryAction.Decided, "page", null, Choice.Skip),
                (HistoryAction.Decided, "page", Choice.Skip, Choice.Approve),
                (HistoryAction.Undone, "page", Choice.Approve, Choice.Skip),
                (HistoryAction.Undone, "page", Choice.Skip, null),
            ]);
    }

    [Fact]
    public async Task No_page_stays_in_a_cache()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        var candidate = await _desk.CandidateAsync(1);
        var addresses = fixture
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(page => page.Metadata.GetMetadata<RequireAntiforgeryTokenAttribute>() is not null)
            .Where(page => page.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Where(page => page.RoutePattern.Parameters.Count == 0)
            .Select(page => page.RoutePattern.RawText!)
            // The one that never ends.
            .Except(["/stream"])
            .ToList();
        addresses.Count.ShouldBeGreaterThan(20);
        using var session = await PageSession.SignInAsync(fixture.App, "operator");

        foreach (var address in addresses.Append(Page).Append($"{Page}.md").Append($"/candidates/{candidate.Id}"))
        {
            using var answer = await session.GetAsync(address);
            answer.Headers.CacheControl.ShouldNotBeNull(address).NoStore.ShouldBeTrue(address);
        }
    }

    [Fact]
    public async Task A_pack_of_two_hundred_travels_in_less_than_300_kB()
    {
        await _desk.PackOfAsync([.. Enumerable.Repeat(Verdict.Pass, 200)]);
        using var page = await PageSession.SignInAsync(fixture.App, "reviewer");

        using var answer = await page.GetCompressedAsync(Page);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeLessThan(300_000);
    }

    [Fact]
    public async Task A_decision_of_an_older_page_is_refused_with_a_word()
    {
        var seen = (await _desk.PackOfAsync(Verdict.Pass)).Candidates[0].ETag;
        await _desk.DecideAsync(1, Choice.Skip);
        using var page = await PageSession.SignInAsync(fixture.App, "reviewer");

        var answer = await page.PostAsync($"{Page}/decide", ("number", "1"), ("choice", "approve"), ("version", seen));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility
            .HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldContain("这一条已被别人改过");
        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.Skip);
    }

    [Theory]
    [InlineData("decide")]
    [InlineData("decide-many")]
    [InlineData("undo")]
    [InlineData("release")]
    public async Task A_form_without_its_hidden_token_changes_nothing(string form)
    {
        await _desk.PackOfAsync(Verdict.Pass);
        using var page = await PageSession.SignInAsync(fixture.App, "editor");
        await DecideAsync(page, 1, "skip");
        var before = await _desk.CandidateAsync(1);

        var answer = await page.PostForgedAsync($"{Page}/{form}", ("number", "1"), ("choice", "approve"), ("version", before.ETag));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _desk.CandidateAsync(1)).ETag.ShouldBe(before.ETag);
    }

    [Theory]
    [InlineData("/packs/cut")]
    [InlineData("/signin")]
    [InlineData("/signout")]
    [InlineData("/language")]
    [InlineData("/theme")]
    [InlineData("/access/keys")]
    public async Task No_other_form_is_taken_without_it_either(string form)
    {
        using var page = await PageSession.SignInAsync(fixture.App, "operator");

        (await page.PostForgedAsync(form, ("token", "editor"), ("to", "en"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/language", "en", "<html lang=\"en\"")]
    [InlineData("/theme", "dark", "data-theme=\"dark\"")]
    public async Task Language_and_colours_are_changed_by_whoever_looks_signed_in_or_not(string form, string to, string shows)
    {
        using var signedIn = await PageSession.SignInAsync(fixture.App, "viewer");
        using var visitor = PageSession.Visit(fixture.App);

        (await signedIn.PostAsync(form, ("to", to))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.PostFromAsync("/signin", form, ("to", to))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await (await signedIn.GetAsync("/")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(shows);
        (await (await visitor.GetAsync("/signin")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(shows);
    }

    [Theory]
    [InlineData("en-GB,en;q=0.9,zh;q=0.5", "en")]
    [InlineData("fr;q=0.7, de, zh-TW;q=0.3", "zh-CN")]
    [InlineData("de-AT", "zh-CN")]
    [InlineData(";;q=,", "zh-CN")]
    public async Task Before_somebody_chooses_a_page_speaks_what_the_browser_asks_for(string asked, string language)
    {
        using var visitor = fixture.App.CreateClient();
        visitor.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", asked);

        (await visitor.GetStringAsync("/signin", TestContext.Current.CancellationToken)).ShouldContain($"<html lang=\"{language}\"");
    }

    [Fact]
    public async Task An_empty_pack_leads_to_the_sources()
    {
        // A service of its own: nothing waits that could be offered.
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);
        await desk.CutAsync();
        using var page = await PageSession.SignInAsync(app, "viewer");

        var shown = await (await page.GetAsync($"/packs/{desk.Date:yyyy-MM-dd}")).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );

        shown.ShouldContain("<a href=\"/sources\">查看来源的抓取情况</a>");
    }

    [Fact]
    public async Task A_viewer_sees_the_pack_and_cannot_decide_and_a_reviewer_cannot_release()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        using var viewer = await PageSession.SignInAsync(fixture.App, "viewer");
        using var reviewer = await PageSession.SignInAsync(fixture.App, "reviewer");
        (await viewer.GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var decided = await DecideAsync(viewer, 1, "skip");
        var released = await reviewer.PostAsync($"{Page}/release");

        new[] { decided, released }.ShouldAllBe(answer => answer.Headers.Location!.AbsolutePath == "/signin");
        (await _desk.ReadAsync()).ShouldSatisfyAllConditions(pack => pack.Decided.ShouldBe(0), pack => pack.ReleasedAt.ShouldBeNull());
    }

    [Fact]
    public async Task The_pages_run_their_own_script_only_and_stand_in_no_frame()
    {
        using var page = await PageSession.SignInAsync(fixture.App, "viewer");

        var headers = (await page.GetAsync("/")).Headers;

        headers
            .GetValues("Content-Security-Policy")
            .ShouldBe([
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            ]);
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
    }

    private async Task<HttpResponseMessage> DecideAsync(PageSession page, int number, string choice) =>
        await page.PostAsync(
            $"{Page}/decide",
            ("number", $"{number}"),
            ("choice", choice),
            ("version", (await _desk.CandidateAsync(number)).ETag)
        );
}
