using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.ServiceDefaults.Retention;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>Snapshots go after 30 days unless Review needs them.</summary>
public sealed class SnapshotRetentionTests : IAsyncLifetime
{
    private EvidenceOwner _review = null!;
    private CollectorApp _app = null!;
    private CollectorDriver[] _repositories = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _review = await EvidenceOwner.StartAsync();
        _app = await CollectorApp.StartAsync(settings: ("services:review:http:0", _review.Address));
        _repositories = [.. Enumerable.Range(0, 3).Select(_ => new CollectorDriver(_app))];
        foreach (var repository in _repositories)
        {
            repository.Has((1, "Deadlock when two workers commit at once", repository.Body, CollectorDriver.Today));
            (await repository.SubmitAsync(repository.Url(1))).State.ShouldBe(ItemState.Collected);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _review.DisposeAsync();
    }

    [Fact]
    public async Task Of_what_is_old_only_what_nobody_needs_goes_and_the_item_stays_one_for_ever()
    {
        var (dropped, needed, young) = (_repositories[0], _repositories[1], _repositories[2]);
        await AgeAsync(dropped, 31);
        await AgeAsync(needed, 31);
        await AgeAsync(young, 29);
        _review.Needed.Add(needed.Id(1));

        (await RemoveAsync()).ShouldBe(1);

        (await dropped.ItemAsync(dropped.Id(1))).Snapshots.ShouldBeEmpty();
        (await needed.ItemAsync(needed.Id(1))).Snapshots.ShouldHaveSingleItem();
        (await young.ItemAsync(young.Id(1))).Snapshots.ShouldHaveSingleItem();
        (await dropped.ItemAsync(dropped.Id(1))).Item.State.ShouldBe(ItemState.Collected);
        (await dropped.SubmitAsync(dropped.Url(1))).Id.ShouldBe(dropped.Id(1));
        (await dropped.ItemAsync(dropped.Id(1))).Snapshots.ShouldHaveSingleItem("it was fetched again");
    }

    [Fact]
    public async Task While_Review_does_not_answer_nothing_goes()
    {
        var old = _repositories[0];
        await AgeAsync(old, 400);
        _review.IsAway = true;

        await Should.ThrowAsync<Exception>(RemoveAsync);

        (await old.ItemAsync(old.Id(1))).Snapshots.ShouldHaveSingleItem();
        _review.IsAway = false;
        (await RemoveAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 8)]
    [InlineData(9, 9)]
    public void Nothing_goes_that_the_reconciler_still_asks_for(int configured, int kept) =>
        _app
            .Services.GetRequiredService<IServiceScopeFactory>()
            .CreateScope()
            .ServiceProvider.GetRequiredService<NeededEvidence>()
            .PeriodOf(TimeSpan.FromDays(configured))
            .ShouldBe(TimeSpan.FromDays(kept));

    private async Task AgeAsync(CollectorDriver repository, int days)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<CollectorDb>()
            .Snapshots.Where(snapshot => snapshot.ItemId == repository.Id(1))
            .ExecuteUpdateAsync(
                row => row.SetProperty(snapshot => snapshot.FetchedAt, TimeProvider.System.GetUtcNow().AddDays(-days)),
                Cancel
            );
    }

    private async Task<int> RemoveAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var snapshots = scope.ServiceProvider.GetServices<IExpiring>().Single(data => data.What == "snapshots");
        return await snapshots.RemoveAsync(TimeProvider.System.GetUtcNow() - snapshots.Period, Cancel);
    }
}
