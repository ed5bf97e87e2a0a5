using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.Compliance.Tests.Slices;

public sealed class RescreenTests(ComplianceFixture fixture) : IClassFixture<ComplianceFixture>
{
    private readonly ComplianceApp _app = fixture.App;
    private readonly ComplianceDriver _compliance = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_items_change_in_review_and_published_ones_are_only_reported()
    {
        var open = await _compliance.ScreenAsync(ComplianceDriver.False);
        var published = await _compliance.ScreenAsync(ComplianceDriver.False);
        await _compliance.PublishAsync(published);
        await KnownAsync(published);
        await _compliance.SetRuleAsync("grounding.number", "block");

        var job = await DoneAsync(await _compliance.RescreenAsync(new { scope = "OlderPolicy" }));

        var told = (await _app.ScreenedAsync(open.CandidateId, 2))[1];
        (told.Verdict, told.Rescreen).ShouldBe((Verdict.Blocked, (Guid)job["id"]!));
        told.Summary.Text.ShouldBe(ComplianceDriver.False);
        (await _app.ScreenedAsync(published.CandidateId, 1)).ShouldHaveSingleItem();
        var flip = FlipOf(job, published);
        ((string)flip["standing"]!, (string)flip["to"]!, (string)flip["appeared"]![0]!["rule"]!).ShouldBe(
            ("Published", "Blocked", "grounding.number")
        );
        ((string?)FlipOf(job, open)["standing"]).ShouldBeNull();

        await _compliance.SetRuleAsync("grounding.number", "verify");
        await DoneAsync(await _compliance.RescreenAsync(new { scope = "Listed", candidates = new[] { open.CandidateId } }));
        var heard = await _app.ScreenedAsync(open.CandidateId, 3);
        heard[2].Verdict.ShouldBe(Verdict.NeedsVerify);
        heard
            .Select(message => message.NaturalKey)
            .ShouldBeUnique("the policy is the old one again, and Review's inbox must not take it for a repeat");
    }

    [Fact]
    public async Task All_open_items_are_screened_again_without_those_that_were_decided()
    {
        var open = await _compliance.ScreenAsync(ComplianceDriver.Honest);
        var skipped = await _compliance.ScreenAsync(ComplianceDriver.Honest);
        await _app.Neighbours.Messages.SendAsync(
            new ItemSkipped
            {
                CandidateId = skipped.CandidateId,
                ItemId = skipped.Source.ItemId,
                PackDate = new DateOnly(2026, 2, 3),
                SkippedBy = "ann",
                SkippedAt = TimeProvider.System.GetUtcNow(),
            }
        );
        await KnownAsync(skipped);

        await DoneAsync(await _compliance.RescreenAsync(new { scope = "Open", since = open.ScreenedAt }));

        (await _app.ScreenedAsync(open.CandidateId, 2)).Count.ShouldBe(2);
        (await _app.ScreenedAsync(skipped.CandidateId, 1)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task It_goes_on_after_a_restart()
    {
        // One at a time and half a second each: the process is ended in between, however slow the machine is.
        const int Many = 40;
        await using var app = await ComplianceApp.StartAsync(("Bus:Prefetch", "1"), ("Bus:Concurrency", "1"));
        var compliance = new ComplianceDriver(app);
        var screened = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => compliance.ScreenAsync(ComplianceDriver.Honest)));
        app.Neighbours.AnswerAfter(TimeSpan.FromSeconds(0.5));
        var job = await compliance.RescreenAsync(new { scope = "Open" });
        await Eventually.GetAsync(
            () => compliance.GetAsync($"/api/rescreen/{job["id"]}"),
            found => (int)found["done"]! > 0,
            "the first items"
        );

        await app.StopAsync();
        await using (var database = NpgsqlDataSource.Create(app.Home.Database))
        await using (var open = database.CreateCommand("SELECT count(*) FROM rescreen_items WHERE done_at IS NULL"))
        {
            ((long)(await open.ExecuteScalarAsync(Cancel))!).ShouldBeInRange(1, Many - 1);
        }

        app.Neighbours.AnswerAfter(TimeSpan.Zero);
        await using var restarted = await app.ReplicaAsync();
        ((int)(await DoneAsync(job, restarted))["done"]!).ShouldBe(Many);
        foreach (var item in screened)
        {
            // A process that ends between the broker's confirmation and its save sends once more, and the next inbox drops it.
            (await app.ScreenedAsync(item.CandidateId, 2))
                .DistinctBy(message => message.NaturalKey)
                .Count()
                .ShouldBe(2);
        }
    }

    [Fact]
    public async Task A_candidate_that_is_offered_again_goes_on_under_its_new_id()
    {
        var former = await _compliance.ScreenAsync(ComplianceDriver.False);
        var returned = new CandidateReturned { CandidateId = Guid.NewGuid(), Former = former.CandidateId };
        await _app.Neighbours.Messages.SendAsync(returned);
        await Eventually.GetAsync(
            () => _compliance.GetAsync($"/api/screenings/{former.Source.ItemId}"),
            found => (Guid)found[0]!["candidateId"]! == returned.CandidateId,
            "its screenings under the new id"
        );

        await DoneAsync(
            await _compliance.RescreenAsync(new { scope = "Listed", candidates = new[] { former.CandidateId, returned.CandidateId } })
        );

        (await _app.ScreenedAsync(returned.CandidateId, 1)).ShouldHaveSingleItem().Summary.Text.ShouldBe(ComplianceDriver.False);
        (await _app.ScreenedAsync(former.CandidateId, 1)).ShouldHaveSingleItem();

        await _compliance.PublishAsync(former with { CandidateId = returned.CandidateId });
        await _app.StandingAsync(returned.CandidateId);
        await _compliance.SetRuleAsync("grounding.number", "block");
        FlipOf(
            await DoneAsync(await _compliance.RescreenAsync(new { scope = "Listed", candidates = new[] { returned.CandidateId } })),
            former with
            {
                CandidateId = returned.CandidateId,
            }
        )["standing"]!
            .GetValue<string>()
            .ShouldBe("Published");
        await _compliance.SetRuleAsync("grounding.number", "verify");
    }

    [Fact]
    public async Task What_is_offered_again_in_the_middle_of_a_rescreening_keeps_its_place_in_it()
    {
        await using var app = await ComplianceApp.StartAsync(("Bus:Prefetch", "1"), ("Bus:Concurrency", "1"));
        var compliance = new ComplianceDriver(app);
        var screened = new List<ItemScreened>();
        for (var each = 0; each < 4; each++)
        {
            screened.Add(await compliance.ScreenAsync(ComplianceDriver.Honest));
        }

        app.Neighbours.AnswerAfter(TimeSpan.FromSeconds(1));
        // The latest come first, so the first screened is the last in line.
        var job = await compliance.RescreenAsync(new { scope = "Open" });
        var returned = new CandidateReturned { CandidateId = Guid.NewGuid(), Former = screened[0].CandidateId };
        await app.Neighbours.Messages.SendAsync(returned);

        var done = await DoneAsync(job, app);

        ((int)done["done"]!, (int)done["total"]!, done["faults"]!.AsArray().Count).ShouldBe((4, 4, 0));
        (await app.ScreenedAsync(returned.CandidateId, 1)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_has_no_snapshot_any_more_is_a_fault_of_the_report_and_holds_up_nothing()
    {
        var screened = await _compliance.ScreenAsync(ComplianceDriver.Honest);
        _app.Neighbours.Forget(screened.Source.SnapshotId);

        var job = await DoneAsync(await _compliance.RescreenAsync(new { scope = "Listed", candidates = new[] { screened.CandidateId } }));

        ((Guid)job["faults"]!.AsArray().ShouldHaveSingleItem()!["candidateId"]!).ShouldBe(screened.CandidateId);
        (await _app.ScreenedAsync(screened.CandidateId, 1)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("operator", "Listed", HttpStatusCode.UnprocessableEntity)]
    [InlineData("operator", "Everything", HttpStatusCode.BadRequest)]
    [InlineData("viewer", "Open", HttpStatusCode.Forbidden)]
    public async Task Only_an_operator_starts_it_and_says_for_what(string token, string scope, HttpStatusCode status)
    {
        using var answer = await _app.ClientOf(token).PostAsJsonAsync("/api/rescreen", new { scope }, Cancel);

        answer.StatusCode.ShouldBe(status);
    }

    private Task KnownAsync(ItemScreened item) => _app.StandingAsync(item.CandidateId);

    private Task<JsonNode> DoneAsync(JsonNode job, ComplianceApp? app = null) =>
        Eventually.GetAsync(
            () => new ComplianceDriver(app ?? _app).GetAsync($"/api/rescreen/{job["id"]}"),
            found => (bool)found["isDone"]!,
            "the rescreening to be done"
        );

    private static JsonNode FlipOf(JsonNode job, ItemScreened item) =>
        job["flips"]!.AsArray().Single(flip => (Guid)flip!["candidateId"]! == item.CandidateId)!;
}
