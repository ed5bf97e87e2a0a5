using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Replays;
using NewsEducator.ServiceDefaults.Retention;

namespace NewsEducator.Publisher.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class PersonalDataTests(PublisherFixture fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_kept_under_a_reviewers_name_is_given_to_operators()
    {
        var day = new ReleasedDay(fixture.App);
        var item = day.Item(1);
        await day.PublishAsync(item);
        using var client = fixture.App.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "operator");

        var data = (await client.GetFromJsonAsync<JsonObject>("/api/personal-data?name=ann", Cancel))!;

        data["approved_items"]!.AsArray().ShouldContain(row => row!["candidateId"]!.GetValue<Guid>() == item.CandidateId);
        data["digest_items"]!.AsArray().ShouldContain(row => row!["itemId"]!.GetValue<Guid>() == item.Content.ItemId);
        data.ShouldNotContain(table => table.Key == "webhooks");
        (await client.GetFromJsonAsync<JsonObject>("/api/personal-data?name=nobody%00", Cancel))!.ShouldBeEmpty();
        using var stranger = fixture.App.CreateClient();
        (await stranger.GetAsync("/api/personal-data?name=ann", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Ended_replays_go_after_their_period_and_running_ones_stay()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var scope = fixture.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PublisherDb>();
        var (ended, recent, stopped) = (ReplayOf(now.AddDays(-401)), ReplayOf(now.AddDays(-399)), ReplayOf(now.AddDays(-401)));
        stopped.NextAt = now.AddDays(1);
        db.Replays.AddRange(ended, recent, stopped);
        await db.SaveChangesAsync(Cancel);
        var replays = scope.ServiceProvider.GetServices<IExpiring>().Single(data => data.What == "replays");

        (await replays.RemoveAsync(now - replays.Period, Cancel)).ShouldBe(1);

        var ids = new[] { ended.Id, recent.Id, stopped.Id };
        var left = await db.Replays.AsNoTracking().Where(replay => ids.Contains(replay.Id)).Select(replay => replay.Id).ToListAsync(Cancel);
        left.ShouldBe([recent.Id, stopped.Id], ignoreOrder: true);
    }

    private static Replay ReplayOf(DateTimeOffset at) =>
        new()
        {
            Id = Guid.NewGuid(),
            From = new DateOnly(2019, 1, 1),
            To = new DateOnly(2019, 1, 1),
            Queue = "sub.retention",
            RequestedBy = "olga",
            RequestedAt = at,
            State = ReplayState.Done,
        };
}
