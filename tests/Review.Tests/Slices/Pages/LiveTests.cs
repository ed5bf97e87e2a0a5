using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Contracts;
using NewsEducator.Review.Live;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Pages;

[Collection(SliceCollection.Name)]
public sealed class LiveTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_follows_the_stream_hears_who_decided_what_and_that_the_pack_moved_on()
    {
        var pack = await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        await using var stream = await fixture.App.ClientOf("viewer").GetStreamAsync("/api/stream", Cancel);
        var events = SseParser.Create(stream).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel);
        (await events.MoveNextAsync()).ShouldBeTrue();
        events.Current.EventType.ShouldBe("heartbeat", "the first bytes say that one is connected");

        await _desk.DecideAsync(2, Choice.Skip);

        var heard = await UntilAsync(
            events,
            change => change.GetProperty("kind").GetString() == "candidate" && change.TryGetProperty("by", out _)
        );
        heard.GetProperty("candidateId").GetGuid().ShouldBe(_desk.IdOf(2));
        heard.GetProperty("by").GetString().ShouldBe("the reviewer");
        heard.GetProperty("decision").GetString().ShouldBe("skip");
        heard.GetProperty("eTag").GetString().ShouldBe((await _desk.CandidateAsync(2)).ETag);
        var moved = await UntilAsync(events, change => change.GetProperty("kind").GetString() == "pack");
        moved.GetProperty("eTag").GetString().ShouldNotBe(pack.ETag);
    }

    [Fact]
    public async Task A_reader_that_is_gone_is_forgotten()
    {
        var feed = fixture.App.Services.GetRequiredService<ChangeFeed>();
        var before = feed.Listeners;
        using (var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancel))
        {
            using var client = fixture.App.ClientOf("viewer");
            using var answer = await client.GetAsync("/api/stream", HttpCompletionOption.ResponseHeadersRead, gone.Token);
            await Eventually.GetAsync(() => Task.FromResult(feed.Listeners), listeners => listeners == before + 1);
            await gone.CancelAsync();
        }

        await Eventually.GetAsync(() => Task.FromResult(feed.Listeners), listeners => listeners == before);
    }

    private static async Task<JsonElement> UntilAsync(IAsyncEnumerator<SseItem<string>> events, Func<JsonElement, bool> isIt)
    {
        while (await events.MoveNextAsync())
        {
            var change = JsonDocument.Parse(events.Current.Data).RootElement;
            if (events.Current.EventType == "change" && isIt(change))
            {
                return change;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
