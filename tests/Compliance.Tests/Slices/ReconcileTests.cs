using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Compliance.Data;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Slices;

/// <summary>What was lost between this stage and its neighbours.</summary>
public sealed class ReconcileTests : IAsyncLifetime
{
    private const string Summaries = "summaries";

    private readonly WebApplication _review = LoopbackHttp.New();
    private readonly ConcurrentDictionary<Guid, bool> _lost = new();
    private ComplianceApp _app = null!;
    private ComplianceDriver _compliance = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _review.MapPost("/api/reconcile/screenings", (Question question) => new { missing = question.Ids.Where(Lacks) });
        await _review.StartAsync(Cancel);
        _app = await ComplianceApp.StartAsync(
            ("services:review:http:0", _review.Urls.First()),
            ("ServiceDefaults:Reconcile:Interval", "00:00:00.200"),
            ("ServiceDefaults:Reconcile:Pause", "00:00:02")
        );
        _compliance = new ComplianceDriver(_app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _review.DisposeAsync();
    }

    private sealed record Question(IReadOnlyList<Guid> Ids);

    /// <summary>Review has no such candidate, until it is sent to it again.</summary>
    private bool Lacks(Guid id) =>
        _lost.ContainsKey(id)
        && !_app.Neighbours.Messages.Received<ItemScreened>().Any(message => message.CandidateId == id && message.SentAgainAt is not null);

    [Fact]
    public async Task A_screening_whose_row_is_lost_here_is_missing_and_made_again()
    {
        var (source, stranger) = (_compliance.Serve(ComplianceDriver.NewUrl()), Guid.NewGuid());
        var summarized = ComplianceDriver.Summarized(source, ComplianceDriver.Honest);
        await _app.Neighbours.Messages.SendAsync(summarized);
        var first = (await _app.ScreenedAsync(source.ItemId, 1)).ShouldHaveSingleItem();
        (await MissingAsync(Summaries, source.ItemId, stranger)).ShouldBe([stranger]);

        await WithDbAsync(db => db.Screenings.Where(screening => screening.CandidateId == source.ItemId).ExecuteDeleteAsync(Cancel));

        (await MissingAsync(Summaries, source.ItemId, stranger)).ShouldBe([source.ItemId, stranger]);
        await _app.Neighbours.Messages.SendAsync(summarized with { SentAgainAt = DateTimeOffset.UnixEpoch });

        var again = (await _app.ScreenedAsync(source.ItemId, 2)).Single(message => message.SentAgainAt is not null);
        (again.Verdict, again.Revision).ShouldBe((first.Verdict, first.Revision));
        (await MissingAsync(Summaries, source.ItemId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_screening_that_review_lost_is_sent_again_and_counted()
    {
        using var counted = new SentAgain("review");
        var (lost, kept) = (await _compliance.ScreenAsync(ComplianceDriver.Honest), await _compliance.ScreenAsync(ComplianceDriver.False));

        _lost[lost.CandidateId] = true;

        var again = await Eventually.GetAsync(
            async () => (await _app.ScreenedAsync(lost.CandidateId, 2)).FirstOrDefault(message => message.SentAgainAt is not null),
            message => message is not null
        );
        (again!.Verdict, again.PolicyVersion, again.Source.SnapshotId).ShouldBe((lost.Verdict, lost.PolicyVersion, lost.Source.SnapshotId));
        again.Sentences.Select(sentence => sentence.Text).ShouldBe(lost.Sentences.Select(sentence => sentence.Text));
        counted.Count.ShouldBe(1);
        (await _app.ScreenedAsync(kept.CandidateId, 1)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_published_is_missing_until_its_publication_and_its_approved_text_have_come()
    {
        var (lost, kept) = (await _compliance.ScreenAsync(ComplianceDriver.Honest), await _compliance.ScreenAsync(ComplianceDriver.Honest));
        (await MissingAsync("publications", lost.CandidateId)).ShouldBe([lost.CandidateId]);
        (await MissingAsync("approvals", lost.CandidateId)).ShouldBe([lost.CandidateId]);
        await _compliance.PublishAsync(lost);
        await _compliance.PublishAsync(kept);
        await NothingIsMissingAsync(lost.CandidateId, kept.CandidateId);
        var before = await OutcomeAsync(kept.CandidateId);

        await WithDbAsync(db => db.Outcomes.Where(outcome => outcome.CandidateId == lost.CandidateId).ExecuteDeleteAsync(Cancel));

        (await MissingAsync("publications", lost.CandidateId, kept.CandidateId)).ShouldBe([lost.CandidateId]);
        await _compliance.PublishAsync(lost, sentAgainAt: DateTimeOffset.UnixEpoch);
        await _compliance.PublishAsync(kept, sentAgainAt: DateTimeOffset.UnixEpoch);

        await NothingIsMissingAsync(lost.CandidateId, kept.CandidateId);
        await Eventually.GetAsync(HandledAsync, handled => handled == 4, "both publications, twice");
        (await OutcomeAsync(kept.CandidateId)).ShouldBe(before, "what was known is kept");
    }

    private Task<IEnumerable<Guid>> NothingIsMissingAsync(params Guid[] ids) =>
        Eventually.GetAsync(
            async () => (await MissingAsync("publications", ids)).Concat(await MissingAsync("approvals", ids)),
            missing => !missing.Any(),
            "nothing missing"
        );

    private Task<int> HandledAsync() =>
        WithDbAsync(db =>
            db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox WHERE message_type = 'PackPublished'")
                .SingleAsync(Cancel)
        );

    private Task<(DateTimeOffset?, DateTimeOffset?)> OutcomeAsync(Guid id) =>
        WithDbAsync(async db =>
        {
            var outcome = await db.Outcomes.AsNoTracking().SingleAsync(outcome => outcome.CandidateId == id, Cancel);
            return (outcome.PublishedAt, outcome.NextLookAt);
        });

    private async Task<T> WithDbAsync<T>(Func<ComplianceDb, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ComplianceDb>());
    }

    private async Task<IEnumerable<Guid>> MissingAsync(string what, params Guid[] ids)
    {
        using var client = _app.ClientOf("service");
        var answer = await client.PostAsJsonAsync($"/api/reconcile/{what}", new { ids }, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["missing"]!.AsArray().Select(id => id!.GetValue<Guid>());
    }
}
