using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsEducator.Contracts;
using NewsEducator.Review.Reminders;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Packs;

public sealed class ReminderTests : IAsyncLifetime
{
    private ReviewApp _app = null!;
    private Desk _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await ReviewApp.StartAsync(("Review:PublicUrl", "https://review.example"), ("Review:RemindAfter", "06:00:00"));
        _desk = new Desk(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Reviewers_are_told_once_that_the_pack_is_ready_and_once_that_it_waits_too_long()
    {
        await _app.ArriveAsync(new Arrivals.Item("a", 2), new Arrivals.Item("b", 2));
        await using var stream = await _app.ClientOf("viewer").GetStreamAsync("/api/stream", Cancel);
        var events = SseParser.Create(stream).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel);
        (await events.MoveNextAsync()).ShouldBeTrue();

        await _desk.CutAsync();
        await _desk.CutAsync();

        (await HeardAsync(events, "ready")).ShouldBe((_desk.Date.ToString("yyyy-MM-dd"), 2));
        var ready = await _app.Neighbours.Messages.ReceivedAsync<PackAwaitsReview>(message => !message.IsOverdue);
        (ready.PackDate, ready.Candidates, ready.Undecided, ready.Url).ShouldBe(
            (_desk.Date, 2, 2, $"https://review.example/packs/{_desk.Date:yyyy-MM-dd}")
        );

        await RemindAsync();
        await _app.DeliveredAsync();
        _app.Neighbours.Messages.Received<PackAwaitsReview>().ShouldHaveSingleItem("six hours have not passed");
        await _app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE packs SET created_at = created_at - interval '7 hours'", Cancel));

        await RemindAsync();
        await RemindAsync();

        (await HeardAsync(events, "overdue")).ShouldBe((_desk.Date.ToString("yyyy-MM-dd"), 2));
        await _app.Neighbours.Messages.ReceivedAsync<PackAwaitsReview>(message => message.IsOverdue);
        await _app.DeliveredAsync();
        _app.Neighbours.Messages.Received<PackAwaitsReview>().Count().ShouldBe(2);
    }

    private Task RemindAsync() => _app.Services.GetServices<IHostedService>().OfType<RemindOfPacks>().Single().RemindAsync(Cancel);

    private static async Task<(string? Date, int Number)> HeardAsync(IAsyncEnumerator<SseItem<string>> events, string kind)
    {
        while (await events.MoveNextAsync())
        {
            var change = JsonDocument.Parse(events.Current.Data).RootElement;
            if (change.GetProperty("kind").GetString() == kind)
            {
                return (change.GetProperty("date").GetString(), change.GetProperty("number").GetInt32());
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
