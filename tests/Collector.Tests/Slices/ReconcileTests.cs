using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>What a neighbour lacks of what was sent to it.</summary>
public sealed class ReconcileTests : IAsyncLifetime
{
    private const string Ask = "/api/reconcile/items";

    private readonly ConcurrentDictionary<Guid, bool> _stored = new();
    private CollectorApp _app = null!;
    private CollectorDriver _collector = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await CollectorApp.StartAsync(
            "",
            ("ServiceDefaults:Reconcile:Interval", "00:00:00.200"),
            ("ServiceDefaults:Reconcile:Pause", "00:00:00.500")
        );
        _app.Upstream.On(Ask, AnswerAsync);
        using var anybody = _app.CreateClient();
        await Eventually.HealthyAsync(anybody);
        _collector = new CollectorDriver(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_item_that_the_summarizer_lost_is_sent_again_and_counted_and_the_others_are_not()
    {
        using var counted = new SentAgain("summarizer");
        _stored[_collector.Id(1)] = _stored[_collector.Id(2)] = true;
        _collector.Has(
            (1, "Deadlock when two workers commit at once", _collector.Body, CollectorDriver.Today),
            (
                2,
                "Replica serves stale rows after a failover",
                $"Stale rows. {_collector.Body} {_collector.Repository}",
                CollectorDriver.Today
            )
        );
        await _collector.ConfigureAsync();
        (await _collector.PollAsync()).GetProperty("collected").GetInt32().ShouldBeGreaterThan(0);
        var first = (await _app.Bus.ReceivedAsync<ItemCollected>(1, message => message.Source.ItemId == _collector.Id(1))).Single();
        await AskedAsync();
        counted.Count.ShouldBe(0);

        _stored.TryRemove(_collector.Id(1), out _);

        var both = await _app.Bus.ReceivedAsync<ItemCollected>(2, message => message.Source.ItemId == _collector.Id(1));
        var again = both.Single(message => message.SentAgainAt is not null);
        (again.Source.SnapshotId, again.Version, again.NaturalKey == first.NaturalKey).ShouldBe(
            (first.Source.SnapshotId, first.Version, false)
        );
        counted.Count.ShouldBe(1);
        _stored[_collector.Id(1)] = true;
        await AskedAsync();
        counted.Count.ShouldBe(1, "what arrived is not sent a third time");
    }

    [Fact]
    public async Task What_a_pack_named_and_nobody_answered_is_fetched_again()
    {
        _collector.Has((1, "Deadlock when two workers commit at once", _collector.Body, CollectorDriver.Today));
        var submission = CollectorDriver.Submission(_collector.Url(1));
        await _app.Bus.SendAsync(new ItemSubmitted { Url = _collector.Url(1), Submission = submission });
        await _app.Bus.ReceivedAsync<ItemCollected>(1, IsIts);

        using var review = _app.ClientOf("service");
        var answer = await review.PostAsJsonAsync("/api/reconcile/submissions", new { ids = new[] { submission.Id } }, Cancel);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("missing").GetArrayLength().ShouldBe(1);
        await _app.Bus.SendAsync(
            new ItemSubmitted { Url = _collector.Url(1), Submission = submission with { SentAgainAt = CollectorDriver.Today } }
        );

        (await _app.Bus.ReceivedAsync<ItemCollected>(2, IsIts)).Count(message => message.SentAgainAt is not null).ShouldBe(1);

        bool IsIts(ItemCollected message) => message.Submission?.Id == submission.Id;
    }

    /// <summary>The neighbour is asked from now on, and its answer is worked on: the question after it shows that.</summary>
    private async Task AskedAsync()
    {
        var before = Asked();
        await Eventually.GetAsync(() => Task.FromResult(Asked()), asked => asked >= before + 3, "three more questions");
    }

    private int Asked() => _app.Upstream.Requests.Count(request => request == Ask);

    private async Task AnswerAsync(HttpContext context)
    {
        var question = await context.Request.ReadFromJsonAsync<JsonElement>(Cancel);
        var missing = question
            .GetProperty("ids")
            .EnumerateArray()
            .Select(id => id.GetGuid())
            .Where(id => !_stored.ContainsKey(id) && id == _collector.Id(1));
        await context.Response.WriteAsJsonAsync(new { missing }, Cancel);
    }
}
