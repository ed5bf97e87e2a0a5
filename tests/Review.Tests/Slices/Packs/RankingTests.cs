using System.Net;
using System.Text.Json;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using Item = NewsEducator.Review.Tests.Slices.Arrivals.Item;

namespace NewsEducator.Review.Tests.Slices.Packs;

/// <summary>The order of a pack depends on all that waits and was approved, so each test has a service of its own.</summary>
public sealed class RankingTests
{
    private static readonly Item Cache = new("cache one", 2.5, "cache");
    private static readonly Item Dns = new("dns", 2.4, "dns");
    private static readonly Item Low = new("low", 1, "tls");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_approved_lately_lowers_its_concept_and_the_card_says_so()
    {
        await using var app = await ReviewApp.StartAsync(("Review:RecencyWeight", "0"));
        var (first, second) = (new Desk(app), new Desk(app));
        await app.ArriveAsync(Cache);
        await first.CutAsync();
        await first.DecideAsync(Cache, "approve");
        await first.ReleaseAsync();
        await app.ArriveAsync(new Item("cache two", 2.5, "cache"), new Item("other", 2.4, "dns"));

        await second.CutAsync();

        (await second.TitlesAsync()).ShouldBe(["1 other", "2 cache two"]);
        var lowered = (await second.ReadAsync()).Candidates[1].Placement.ShouldNotBeNull();
        (lowered.LedgerItems, lowered.LedgerDays, lowered.Ledger).ShouldBe((1, 14, -0.2));
        using var page = await PageSession.SignInAsync(app, "viewer");
        WebUtility
            .HtmlDecode(await (await page.GetAsync($"/packs/{second.Date:yyyy-MM-dd}")).Content.ReadAsStringAsync(Cancel))
            .ShouldContain("近 14 天已通过 1 条「cache」，排名 −0.2");
    }

    [Fact]
    public async Task A_preview_cuts_the_packs_again_with_other_weights_and_compares_them_with_the_decisions()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = await DecidedAsync(app);

        var shipped = await desk.Reviewer.GetAsync<RankingPreview>("/api/ranking/preview");
        var turned = await desk.Reviewer.GetAsync<RankingPreview>("/api/ranking/preview?valueWeight=0&packSize=2&days=30");
        var strict = await desk.Reviewer.GetAsync<RankingPreview>("/api/ranking/preview?lowestValue=2.45");

        shipped.Candidates.ShouldBe(3);
        shipped.Proposed.ShouldBe(shipped.InForce);
        var day = shipped.Days.ShouldHaveSingleItem();
        day.Offered.Select(each => (each.Title, each.Decision, each.Number))
            .ShouldBe([("cache one", Choice.Approve, 1), ("dns", Choice.Skip, 2), ("low", null, 3)]);
        day.Ndcg.ShouldBe(1);
        turned.From.ShouldBe(turned.To.AddDays(-29));
        turned.Days[0].Offered.Count.ShouldBe(2);
        (strict.Proposed.Offered, strict.Proposed.Skipped, strict.Proposed.Missed, strict.InForce.Offered).ShouldBe((1, 0, 0, 3));
        (await desk.TitlesAsync()).ShouldBe(["1 cache one", "2 dns", "3 low"], "nothing is changed by looking");
    }

    [Theory]
    [InlineData("lowestWorth=2")]
    [InlineData("packSize=0")]
    [InlineData("days=0")]
    [InlineData("days=91")]
    [InlineData("valueWeight=NaN")]
    public async Task Weights_out_of_range_are_refused_by_name(string weights)
    {
        await using var app = await ReviewApp.StartAsync();

        var refused = await app.ClientOf("viewer").SendAsync("GET", $"/api/ranking/preview?{weights}");

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await Desk.ProblemAsync(refused);
        problem.GetProperty("code").GetString().ShouldBe("ranking.range");
        problem.GetProperty("detailEn").GetString()!.ShouldContain(weights.Split('=')[0], Case.Insensitive);
    }

    [Fact]
    public async Task The_page_shows_the_preview_beside_the_settings()
    {
        await using var app = await ReviewApp.StartAsync();
        await DecidedAsync(app);
        using var page = await PageSession.SignInAsync(app, "viewer");

        var shown = await page.GetAsync("/settings/ranking?lowestValue=2.45");
        var refused = await page.GetAsync("/settings/ranking?lowestValue=4");

        var html = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync(Cancel));
        html.ShouldContain("name=\"lowestValue\" value=\"2.45\"");
        html.ShouldContain("提供 1 条，其中通过 1 条");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility
            .HtmlDecode(await (await page.GetAsync("/settings")).Content.ReadAsStringAsync(Cancel))
            .ShouldContain("/settings/ranking");
    }

    [Fact]
    public async Task Decisions_are_exported_as_labels_once_their_pack_is_released()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = await DecidedAsync(app, release: false);
        (await LabelsAsync(app)).ShouldBeEmpty();
        await desk.ReleaseAsync();

        var labels = await LabelsAsync(app);

        labels
            .Select(label => (label.ItemId, label.Decision, label.Concept))
            .ShouldBe([(Cache.Id, Choice.Approve, "cache"), (Dns.Id, Choice.Skip, null)]);
        labels[0].SnapshotId.ShouldBe(new string('a', 64));
        (await app.ClientOf("editor").GetAsync("/api/ranking/labels", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Three offered in a pack of today: one approved, one skipped, one undecided.</summary>
    private static async Task<Desk> DecidedAsync(ReviewApp app, bool release = true)
    {
        var desk = new Desk(app);
        await app.ArriveAsync(Low, Cache, Dns);
        await desk.CutAsync();
        await desk.DecideAsync(Cache, "approve");
        await desk.DecideAsync(Dns, "skip");
        if (release)
        {
            await desk.ReleaseAsync();
        }

        return desk;
    }

    private static async Task<List<DecisionLabel>> LabelsAsync(ReviewApp app) =>
        [
            .. (await app.ClientOf("operator").GetStringAsync("/api/ranking/labels", Cancel))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<DecisionLabel>(line, HttpCalls.Json)!),
        ];
}
