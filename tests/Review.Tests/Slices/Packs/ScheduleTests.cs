using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsEducator.Review.Schedule;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Packs;

/// <summary>A cut takes what waits, whoever sent it, so each test has a service of its own.</summary>
public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Noon = new(TimeProvider.System.GetUtcNow().Date.AddHours(12), TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_days_pack_is_cut_when_its_time_has_come_and_once()
    {
        await using var app = await WithOneCandidateAsync();
        var (schedule, time) = ScheduleOf(app, Noon.AddDays(2));

        await schedule.CutDueAsync(Cancel);
        (await StatusAsync(app, 2)).ShouldBe(HttpStatusCode.NotFound, "it is 12:00, the cut is at 12:30");
        time.Advance(TimeSpan.FromMinutes(31));
        await Task.WhenAll(schedule.CutDueAsync(Cancel), schedule.CutDueAsync(Cancel));

        (await StatusAsync(app, 2)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task How_late_the_days_pack_is_can_be_told()
    {
        await using var app = await WithOneCandidateAsync();
        var (schedule, time) = ScheduleOf(app, Noon.AddDays(2));
        var due = Noon.AddDays(2).AddMinutes(30);

        (await DelaysAsync()).ShouldBe(new PackDelays(TimeSpan.Zero, TimeSpan.Zero));
        time.Advance(TimeSpan.FromMinutes(50));
        (await DelaysAsync()).ShouldBe(new PackDelays(TimeSpan.FromMinutes(20), TimeSpan.Zero));
        await schedule.CutDueAsync(Cancel);
        (await DelaysAsync()).Uncut.ShouldBe(TimeSpan.Zero);
        var cutAt = await app.WithDbAsync(db => db.Packs.Select(pack => pack.CreatedAt).SingleAsync(Cancel));
        (await DelaysAsync(cutAt.AddHours(13))).Unreleased.ShouldBe(TimeSpan.FromHours(13));
        (await DelaysAsync(cutAt.AddDays(4))).Unreleased.ShouldBe(TimeSpan.Zero, "it is history");

        Task<PackDelays> DelaysAsync(DateTimeOffset? at = null) =>
            app.WithDbAsync(db => PackDelays.ReadAsync(db, due, DateOnly.FromDateTime(due.UtcDateTime), at ?? time.GetUtcNow(), Cancel));
    }

    [Fact]
    public async Task A_missed_cut_is_made_up_for_on_its_day()
    {
        await using var app = await WithOneCandidateAsync();
        var (schedule, _) = ScheduleOf(app, Noon.AddDays(2).AddHours(9));

        await schedule.CutDueAsync(Cancel);

        (await StatusAsync(app, 2)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(app, 1)).ShouldBe(HttpStatusCode.NotFound, "yesterday is over");
    }

    [Fact]
    public async Task A_young_installation_waits_for_its_first_whole_day()
    {
        await using var app = await WithOneCandidateAsync();
        var (schedule, _) = ScheduleOf(app, Noon.AddDays(-2).AddHours(9));

        await schedule.CutDueAsync(Cancel);

        (await StatusAsync(app, -2)).ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<ReviewApp> WithOneCandidateAsync()
    {
        var app = await ReviewApp.StartAsync();
        await app.SendAsync(SomeCandidate.Message());
        await Eventually.GetAsync(
            () => app.ClientOf("viewer").GetStringAsync("/api/pipeline", Cancel),
            stages => stages.Contains("Waiting")
        );
        return app;
    }

    private static (PackSchedule Schedule, FakeTimeProvider Time) ScheduleOf(ReviewApp app, DateTimeOffset now)
    {
        var time = new FakeTimeProvider(now);
        var calendar = new PackCalendar(Options.Create(new ReviewOptions { TimeZone = "UTC", CutAt = new TimeOnly(12, 30) }), time);
        return (
            new PackSchedule(app.Services.GetRequiredService<IServiceScopeFactory>(), calendar, time, NullLogger<PackSchedule>.Instance),
            time
        );
    }

    private static async Task<HttpStatusCode> StatusAsync(ReviewApp app, int days) =>
        (await app.ClientOf("viewer").GetAsync($"/api/packs/{Noon.AddDays(days):yyyy-MM-dd}", Cancel)).StatusCode;
}
