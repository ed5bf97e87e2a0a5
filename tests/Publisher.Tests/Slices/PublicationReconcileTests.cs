using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using NewsEducator.Publisher.Withdrawals;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>What Compliance lacks of what was published.</summary>
public sealed class PublicationReconcileTests : IAsyncLifetime
{
    private readonly WebApplication _compliance = LoopbackHttp.New();
    private readonly ConcurrentDictionary<Guid, bool> _asked = new();
    private PublisherApp _app = null!;
    private (Guid Id, DateOnly Day) _lost;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _compliance.MapPost("/api/reconcile/publications", (Question question) => new { missing = question.Ids.Where(Lacks) });
        await _compliance.StartAsync(Cancel);
        _app = await PublisherApp.StartAsync(
            ("services:compliance:http:0", _compliance.Urls.Single()),
            ("ServiceDefaults:Reconcile:Interval", "00:00:00.200"),
            ("ServiceDefaults:Reconcile:Pause", "00:00:02")
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _compliance.DisposeAsync();
    }

    private sealed record Question(IReadOnlyList<Guid> Ids);

    /// <summary>Compliance does not know that the candidate is published until the message comes a second time.</summary>
    private bool Lacks(Guid id)
    {
        _asked[id] = true;
        return id == _lost.Id && !AnswersAgain(_lost.Day).Any();
    }

    private IEnumerable<JsonNode> AnswersAgain(DateOnly day) =>
        _app.Subscriber.AnswersOf(day).Where(answer => answer["sentAgainAt"] is not null);

    [Fact]
    public async Task A_publication_that_compliance_lost_is_told_again_and_counted_and_nothing_else()
    {
        using var counted = new SentAgain("compliance");
        var (day, other) = (new ReleasedDay(_app), new ReleasedDay(_app));
        var (kept, withdrawn, elsewhere) = (day.Item(1), day.Item(2), other.Item(1));
        await day.PublishAsync(kept, withdrawn);
        await other.PublishAsync(elsewhere);
        await day.WithdrawAsync(withdrawn.Content.ItemId, WithdrawalKind.Retraction);
        await Eventually.GetAsync(
            () => Task.FromResult(_asked),
            asked => asked.ContainsKey(kept.CandidateId) && asked.ContainsKey(elsewhere.CandidateId),
            "questions about both days"
        );

        _lost = (kept.CandidateId, day.Date);

        var again = (
            await Eventually.GetAsync(() => Task.FromResult(AnswersAgain(day.Date).FirstOrDefault()), answer => answer is not null)
        )!;
        var first = (await day.PublishedAsync())!;
        foreach (var member in (string[])["packId", "digestUrl", "published", "refused"])
        {
            again[member]!.ToJsonString().ShouldBe(first[member]!.ToJsonString(), member);
        }

        again["candidates"]!.AsArray().Select(id => (Guid)id!).ShouldBe([kept.CandidateId], "what was withdrawn is not watched");
        await Eventually.GetAsync(() => Task.FromResult(counted.Count), count => count == 1, "the count");
        _app.Subscriber.AnswersOf(other.Date).ShouldHaveSingleItem();
        _app.Subscriber.EventsOf(day.Date, "digest.published.v1").ShouldHaveSingleItem("no other receiver gets it twice");
    }
}
