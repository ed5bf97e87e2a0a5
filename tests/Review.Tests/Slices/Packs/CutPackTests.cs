using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Packs;

/// <summary>A cut takes what waits, whoever sent it, so each test has a service of its own.</summary>
public sealed class CutPackTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_best_that_wait_are_numbered_and_a_blocked_one_is_never_offered()
    {
        await using var app = await ReviewApp.StartAsync(("Review:PackSize", "3"));
        var desk = new Desk(app);
        await ArriveAsync(
            app,
            desk,
            ("mid", 7.5, Verdict.Pass),
            ("low", 6.1, Verdict.Pass),
            ("blocked", 9.9, Verdict.Blocked),
            ("top", 9, Verdict.NeedsVerify),
            ("good", 8, Verdict.Pass)
        );

        (await CutAsync(desk)).ShouldBe(HttpStatusCode.Created);

        (await OfferedAsync(desk)).ShouldBe(["1 top", "2 good", "3 mid"]);
        (await CutAsync(desk)).ShouldBe(HttpStatusCode.OK);
        (await OfferedAsync(desk)).ShouldBe(["1 top", "2 good", "3 mid"], "one that still waits is no better for being cut again");
    }

    [Fact]
    public async Task Before_the_first_decision_a_further_cut_takes_in_what_has_come_since()
    {
        await using var app = await ReviewApp.StartAsync(("Review:PackSize", "2"));
        var desk = new Desk(app);
        await ArriveAsync(app, desk, ("good", 8, Verdict.Pass), ("low", 6.1, Verdict.Pass));
        await CutAsync(desk);
        await ArriveAsync(app, desk, ("top", 9, Verdict.Pass));

        await CutAsync(desk);

        (await OfferedAsync(desk)).ShouldBe(["1 top", "2 good"]);
        (await StageAsync(desk, "Waiting")).ShouldBe(1, "the one that lost its place waits for the next pack");
    }

    [Fact]
    public async Task After_the_first_decision_the_pack_stays_as_it_is()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);
        await ArriveAsync(app, desk, ("good", 8, Verdict.Pass));
        await CutAsync(desk);
        await desk.Reviewer.SendAsync("PUT", $"/api/candidates/{IdOf("good")}/decision", new { decision = "skip" });
        await ArriveAsync(app, desk, ("top", 9, Verdict.Pass));

        (await CutAsync(desk)).ShouldBe(HttpStatusCode.OK);

        (await OfferedAsync(desk)).ShouldBe(["1 good"]);
        (await StageAsync(desk, "Waiting")).ShouldBe(1);
    }

    [Fact]
    public async Task A_pack_of_tomorrow_cannot_be_cut()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);
        var later = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);

        var refused = await desk.Editor.PostAsJsonAsync("/api/packs", new { date = later }, Cancel);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await desk.Editor.GetFromJsonAsync<JsonElement>("/api/packs", Cancel)).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_day_without_candidates_is_a_pack_that_says_so()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);

        (await CutAsync(desk)).ShouldBe(HttpStatusCode.Created);

        var (file, tag) = await desk.FileAsync();
        file.ShouldContain("今日无候选条目。");
        (await desk.PutFileAsync(file, tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await desk.ReadAsync()).Items.ShouldBe(0);
    }

    [Fact]
    public async Task What_nobody_decided_is_offered_again_as_often_as_the_options_say()
    {
        await using var app = await ReviewApp.StartAsync(("Review:OfferAtMost", "2"));
        Desk[] days = [new(app), new(app), new(app)];
        await ArriveAsync(app, days[0], ("undecided", 9, Verdict.Pass), ("skipped", 8, Verdict.Pass));
        await CutAsync(days[0]);
        await days[0].Reviewer.SendAsync("PUT", $"/api/candidates/{IdOf("skipped")}/decision", new { decision = "skip" });
        await days[0].ReleaseAsync();
        await ArriveAsync(app, days[1], ("better", 9.5, Verdict.Pass));

        await CutAsync(days[1]);
        (await OfferedAsync(days[1])).ShouldBe(["1 better", "2 undecided"], "it is no better for having been offered before");
        await days[1].ReleaseAsync();
        await CutAsync(days[2]);

        (await OfferedAsync(days[2])).ShouldBe(["1 better"], "the other had its two offers");
        (await StageAsync(days[2], "Expired")).ShouldBe(1);
        (await StageAsync(days[2], "Returned")).ShouldBe(2);
    }

    [Fact]
    public async Task What_waited_longer_than_its_type_may_expires_with_the_cut()
    {
        await using var app = await ReviewApp.StartAsync(
            ("Review:Window", "3.00:00:00"),
            ($"Review:WindowOf:{ItemTypes.Tutorial}", "14.00:00:00")
        );
        var desk = new Desk(app);
        await ArriveAsync(
            app,
            desk,
            ("old incident", 9, Verdict.Pass),
            ("young incident", 8, Verdict.Pass),
            ("old tutorial", 7, Verdict.Pass)
        );
        await app.WithDbAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"""
                UPDATE candidates SET arrived_at = arrived_at - interval '5 days', content = jsonb_set(content, ARRAY['type'], to_jsonb(CASE WHEN content->>'title' = 'old tutorial' THEN {ItemTypes.Tutorial} ELSE content->>'type' END))
                WHERE content->>'title' LIKE 'old%'
                """,
                Cancel
            )
        );

        await CutAsync(desk);

        (await OfferedAsync(desk)).ShouldBe(["1 young incident", "2 old tutorial"]);
        (await StageAsync(desk, "Expired")).ShouldBe(1);
    }

    private static Guid IdOf(string name) => ItemIds.From(name);

    private static async Task ArriveAsync(ReviewApp app, Desk desk, params (string Name, double Score, Verdict Verdict)[] items)
    {
        var already = await StageAsync(desk);
        foreach (var (name, score, verdict) in items)
        {
            var message = SomeCandidate.Message(verdict, id: IdOf(name));
            await app.SendAsync(
                message with
                {
                    Source = message.Source with { ItemId = IdOf(name), Score = score },
                    Summary = message.Summary with { Title = name },
                }
            );
        }

        await Eventually.GetAsync(() => StageAsync(desk), count => count == already + items.Length);
    }

    private static async Task<HttpStatusCode> CutAsync(Desk desk) =>
        (await desk.Editor.PostAsJsonAsync("/api/packs", new { date = desk.Date }, Cancel)).StatusCode;

    private static async Task<IEnumerable<string>> OfferedAsync(Desk desk) =>
        (await desk.ReadAsync()).Candidates.Select(candidate => $"{candidate.Number} {candidate.Title}");

    /// <summary>How many stand there; all of them where no state is given.</summary>
    private static async Task<int> StageAsync(Desk desk, string? state = null) =>
        (await desk.Editor.GetFromJsonAsync<JsonElement>("/api/pipeline", Cancel))
            .EnumerateArray()
            .Where(stage => state is null || stage.GetProperty("state").GetString() == state)
            .Sum(stage => stage.GetProperty("count").GetInt32());
}
