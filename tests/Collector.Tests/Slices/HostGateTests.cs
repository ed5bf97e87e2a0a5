using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Throttling;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>Two replicas, each with a gate of its own, on one database.</summary>
public sealed class HostGateTests : IAsyncLifetime
{
    private static readonly HostPool Pool = new("api.example", "api.example/");
    private static readonly HostPool Search = new("api.example", "api.example/search");

    private readonly FakeTimeProvider _time = new(Some.Now) { AutoAdvanceAmount = TimeSpan.Zero };
    private readonly HostThrottlingOptions _manners = new()
    {
        Concurrency = 1,
        Pace = TimeSpan.FromSeconds(1),
        Patience = TimeSpan.FromSeconds(10),
    };
    private NpgsqlDataSource _database = null!;

    public async ValueTask InitializeAsync()
    {
        var servers = await TestServers.StartAsync();
        var address = servers.NewDatabase();
        using var signal = new OutboxSignal();
        await using var db = new CollectorDb(
            new DbContextOptionsBuilder<CollectorDb>().UseNpgsql(address).Options,
            signal,
            TimeProvider.System
        );
        await db.Database.MigrateAsync();
        _database = NpgsqlDataSource.Create(address);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_host_that_allows_one_is_asked_by_one_replica_at_a_time()
    {
        var (one, other) = (Replica(), Replica());
        var first = await one.EnterAsync(Pool, Cancel);
        var second = other.EnterAsync(Pool, Cancel);
        await PassAsync(TimeSpan.FromSeconds(5));
        second.IsCompleted.ShouldBeFalse();

        await first.DisposeAsync();
        await PassAsync(TimeSpan.FromSeconds(1));
        await (await Soon(second)).DisposeAsync();
    }

    [Fact]
    public async Task Requests_keep_the_pace_whoever_makes_them()
    {
        await (await Replica().EnterAsync(Pool, Cancel)).DisposeAsync();
        var next = Replica().EnterAsync(Pool, Cancel);
        await PassAsync(TimeSpan.FromMilliseconds(900));
        next.IsCompleted.ShouldBeFalse();
        await PassAsync(TimeSpan.FromMilliseconds(200));
        await (await Soon(next)).DisposeAsync();
    }

    [Fact]
    public async Task No_replica_asks_before_the_host_said_and_a_restart_forgets_nothing()
    {
        await RestAsync(Pool, new RateLimitSignal(Some.Now.AddMinutes(5), PauseReason.Busy));
        (await Should.ThrowAsync<HostThrottledException>(() => Replica().EnterAsync(Pool, Cancel))).Until.ShouldBe(Some.Now.AddMinutes(5));
        _time.SetUtcNow(Some.Now.AddMinutes(5));
        await (await Replica().EnterAsync(Pool, Cancel)).DisposeAsync();
    }

    [Fact]
    public async Task A_spent_budget_closes_its_part_of_the_host_only()
    {
        await RestAsync(Search, new RateLimitSignal(Some.Now.AddMinutes(5), PauseReason.Spent));
        _time.Advance(TimeSpan.FromSeconds(2));
        await Should.ThrowAsync<HostThrottledException>(() => Replica().EnterAsync(Search, Cancel));
        await (await Replica().EnterAsync(Pool, Cancel)).DisposeAsync();
    }

    [Fact]
    public async Task A_limit_that_is_met_again_and_again_is_given_twice_the_time()
    {
        var waits = new List<double>();
        for (var strike = 0; strike < 4; strike++)
        {
            await RestAsync(Pool, new RateLimitSignal(_time.GetUtcNow().AddMinutes(1), PauseReason.Limited));
            var opens = (await Should.ThrowAsync<HostThrottledException>(() => Replica().EnterAsync(Pool, Cancel))).Until;
            waits.Add((opens - _time.GetUtcNow()).TotalMinutes);
            _time.SetUtcNow(opens);
        }

        waits.ShouldBe([1, 2, 4, 8]);
        await RestAsync(Pool, pause: null);
        _time.Advance(TimeSpan.FromSeconds(2));
        await RestAsync(Pool, new RateLimitSignal(_time.GetUtcNow().AddMinutes(1), PauseReason.Limited));
        (await Should.ThrowAsync<HostThrottledException>(() => Replica().EnterAsync(Pool, Cancel))).Until.ShouldBe(
            _time.GetUtcNow().AddMinutes(1)
        );
    }

    [Fact]
    public async Task The_turn_of_a_replica_that_died_is_free_after_its_time()
    {
        _ = await Replica().EnterAsync(Pool, Cancel);
        _time.Advance(_manners.Turn);
        await (await Replica().EnterAsync(Pool, Cancel)).DisposeAsync();
    }

    [Fact]
    public async Task A_turn_that_does_not_come_puts_the_poll_off()
    {
        _ = await Replica().EnterAsync(Pool, Cancel);
        var impatient = Replica().EnterAsync(Pool, Cancel);
        await PassAsync(TimeSpan.FromSeconds(12));
        await Should.ThrowAsync<HostThrottledException>(() => impatient);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private HostGate Replica() => new(_database, Options.Create(_manners), _time);

    private async Task RestAsync(HostPool pool, RateLimitSignal? pause)
    {
        await using var turn = await Replica().EnterAsync(pool, Cancel);
        await turn.AnsweredAsync(pause);
    }

    // In small steps with real moments between, so that those who wait can look at the database.
    private async Task PassAsync(TimeSpan time)
    {
        const int Steps = 20;
        for (var step = 0; step < Steps; step++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
            _time.Advance(time / Steps);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
    }

    private async Task<T> Soon<T>(Task<T> task)
    {
        for (var moment = 0; moment < 100 && !task.IsCompleted; moment++)
        {
            await PassAsync(TimeSpan.FromMilliseconds(100));
        }

        task.IsCompleted.ShouldBeTrue();
        return await task;
    }
}
