using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>Two real replicas on one database; one of them is killed in the middle of its polls.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private const int Sources = 12;
    private readonly string _sources = Path.GetTempFileName();
    private readonly ConcurrentDictionary<string, int> _atOnce = new();
    private readonly ConcurrentDictionary<string, string> _askedBy = new();
    private FakeUpstream _upstream = null!;
    private string _database = null!;
    private string _messaging = null!;
    private volatile bool _hangs = true;
    private volatile bool _twiceAtOnce;

    public async ValueTask InitializeAsync()
    {
        var servers = await TestServers.StartAsync();
        (_database, _messaging) = (servers.NewDatabase(), await servers.NewVirtualHostAsync());
        _upstream = await FakeUpstream.StartAsync();
        _upstream.Allow();
        await using var db = Db();
        await db.Database.MigrateAsync();
        await File.WriteAllLinesAsync(
            _sources,
            Names.SelectMany(name => new[] { $"- id: {name}", "  kind: github-issues", $"  repository: a/{name}", "  interval: 1d" })
        );
        foreach (var name in Names)
        {
            _upstream.On($"/github/repos/a/{name}/issues", context => AnswerAsync(name, context));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _upstream.DisposeAsync();
        File.Delete(_sources);
    }

    [Fact]
    public async Task What_a_killed_replica_was_polling_is_taken_over_and_no_source_is_polled_twice_at_once()
    {
        using var one = Replica.Start(_database, _messaging, _upstream, _sources, "https://one.example");
        using var other = Replica.Start(_database, _messaging, _upstream, _sources, "https://other.example");
        await Eventually.GetAsync(
            () => Task.FromResult((AskedBy("one").Count, AskedBy("other").Count)),
            asked => asked is (2, 2),
            "two polls of each replica"
        );
        var lost = AskedBy("one");

        one.Kill();
        _hangs = false;
        await Eventually.GetAsync(PolledAsync, count => count == Sources, "all sources polled", seconds: 180);
        AskedBy("other").ShouldBe(Names, ignoreOrder: true);
        lost.Count.ShouldBe(2);
        _twiceAtOnce.ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_not_there_is_looked_up_again_after_the_save()
    {
        await using var one = Db();
        await using var other = Db();
        var (id, url) = (Guid.NewGuid(), "https://github.com/a/b/issues/1");
        (await one.LookUpAsync<Item>(id, Cancel)).ShouldBeNull();
        other.Items.Add(ItemOf(id, url));
        await other.SaveChangesAsync(Cancel);
        (await one.LookUpAsync<Item>(id, Cancel)).ShouldBeNull();

        one.Items.Add(ItemOf(id, url));
        (await one.LookUpAsync<Item>(id, Cancel)).ShouldNotBeNull("it is added here");
        (await one.SaveUnlessTakenAsync(Cancel)).ShouldBeFalse();
        one.ChangeTracker.Clear();
        (await one.LookUpAsync<Item>(id, Cancel)).ShouldNotBeNull();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Item ItemOf(Guid id, string url) =>
        new()
        {
            Id = id,
            Url = url,
            FirstSeenAt = DateTimeOffset.UnixEpoch,
        };

    private static IEnumerable<string> Names =>
        Enumerable.Range(1, Sources).Select(number => string.Create(CultureInfo.InvariantCulture, $"s{number}"));

    // Who asked last.
    private List<string> AskedBy(string replica) =>
        [.. _askedBy.Where(asked => asked.Value.Contains($"//{replica}.example", StringComparison.Ordinal)).Select(asked => asked.Key)];

    private async Task AnswerAsync(string name, HttpContext context)
    {
        _askedBy[name] = context.Request.Headers.UserAgent.ToString();
        _twiceAtOnce |= _atOnce.AddOrUpdate(name, 1, (_, count) => count + 1) > 1;
        try
        {
            while (_hangs)
            {
                await Task.Delay(50, context.RequestAborted);
            }

            await context.Response.WriteAsync("[]");
        }
        finally
        {
            _atOnce.AddOrUpdate(name, 0, (_, count) => count - 1);
        }
    }

    private async Task<int> PolledAsync()
    {
        await using var db = Db();
        return await db.PollStates.CountAsync(state => state.LastSucceededAt != null);
    }

    private CollectorDb Db() =>
        new(new DbContextOptionsBuilder<CollectorDb>().UseNpgsql(_database).Options, new OutboxSignal(), TimeProvider.System);
}
