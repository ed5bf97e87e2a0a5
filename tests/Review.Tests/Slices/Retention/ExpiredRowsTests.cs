using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Contracts;
using NewsEducator.Review.Access;
using NewsEducator.Review.Packs.Audit;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.ServiceDefaults.Retention;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Retention;

/// <summary>What Review itself keeps for a time, by the periods that it is delivered with.</summary>
public sealed class ExpiredRowsTests : IAsyncLifetime
{
    private ReviewApp _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async ValueTask InitializeAsync() => _app = await ReviewApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Candidates_that_no_pack_offered_go_unless_somebody_said_something_of_them()
    {
        var (old, told, young) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        foreach (var id in new[] { old, told, young })
        {
            await _app.SendAsync(SomeCandidate.Message(Verdict.Blocked, id: id));
        }

        var desk = new Desk(_app);
        await desk.PackOfAsync(Verdict.Blocked, Verdict.Pass);
        await Eventually.GetAsync(
            () => _app.WithDbAsync(db => db.Candidates.CountAsync(each => each.State == CandidateState.Blocked, Cancel)),
            blocked => blocked >= 3
        );
        (
            await desk.Reviewer.SendAsync("POST", $"/api/candidates/{told}/comments", new { text = "look at it again" })
        ).EnsureSuccessStatusCode();
        await _app.WithDbAsync(db =>
            db.Candidates.Where(each => each.Id != young)
                .ExecuteUpdateAsync(row => row.SetProperty(each => each.ArrivedAt, Now.AddDays(-91)), Cancel)
        );

        (await RemoveAsync("candidates that were never offered")).ShouldBe(1);

        using var viewer = _app.ClientOf("viewer");
        (await viewer.GetAsync($"/api/candidates/{old}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await viewer.GetAsync($"/api/candidates/{told}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await viewer.GetAsync($"/api/candidates/{young}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await desk.ReadAsync()).Candidates.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Audit_entries_and_revoked_keys_go_and_keys_in_use_stay()
    {
        await _app.WithDbAsync(db =>
        {
            foreach (var (reason, days) in new[] { (DropReason.Whitelist, 401), (DropReason.Release, 399) })
            {
                db.Audit.Add(
                    new AuditEntry
                    {
                        ItemId = Guid.NewGuid(),
                        Reason = reason,
                        Date = DateOnly.FromDateTime(Now.AddDays(-days).UtcDateTime),
                        Url = "https://example.org/",
                        Detail = "",
                        DroppedAt = Now.AddDays(-days),
                    }
                );
            }

            foreach (var (person, days) in new[] { ("gone", 401), ("recent", 1), ("here", -1) })
            {
                var (kept, _) = ApiKey.Make(person, "viewer", "olga", Now.AddDays(-500));
                if (days > 0)
                {
                    kept.Revoke("olga", Now.AddDays(-days));
                }

                db.ApiKeys.Add(kept);
            }

            return db.SaveChangesAsync(Cancel);
        });

        (await RemoveAsync("audit entries")).ShouldBe(1);
        (await RemoveAsync("revoked keys")).ShouldBe(1);

        (await _app.WithDbAsync(db => db.Audit.Select(entry => entry.Reason).ToListAsync(Cancel))).ShouldBe([DropReason.Release]);
        (await _app.WithDbAsync(db => db.ApiKeys.Select(key => key.Person).ToListAsync(Cancel))).ShouldBe(
            ["recent", "here"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task What_expired_is_not_offered_again_without_its_evidence()
    {
        var desk = new Desk(_app);
        await desk.PackOfAsync(Verdict.Pass);
        await desk.ReleaseAsync();
        await Eventually.GetAsync(() => desk.CandidateAsync(1), candidate => candidate.State == CandidateState.Expired);

        var refused = await desk.Reviewer.SendAsync("POST", $"/api/candidates/{desk.IdOf(1)}/offer");

        (await refused.CodeAsync()).ShouldBe("offer.evidence-ended");
        (await desk.CandidateAsync(1)).State.ShouldBe(CandidateState.Expired);
        _app.Neighbours.Keep(SomeCandidate.Snapshot());
        (await desk.Reviewer.SendAsync("POST", $"/api/candidates/{desk.IdOf(1)}/offer")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<int> RemoveAsync(string what)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var data = scope.ServiceProvider.GetServices<IExpiring>().Single(each => each.What == what);
        return await data.RemoveAsync(Now - data.Period, Cancel);
    }
}
