using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Polling;
using NewsEducator.Collector.Retries;
using NewsEducator.Collector.Selection;
using NewsEducator.Collector.Sources;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.Collector.Throttling;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.Collector.Tests.Load;

/// <summary>Days of polling in fake time, by two replicas that are restarted each day, on a real database.</summary>
/// <remarks><c>NEWSEDUCATOR_LOAD_SOURCES=10000 NEWSEDUCATOR_LOAD_DAYS=10</c> is the long form; the short one runs with the rest.</remarks>
public sealed class PolitenessTests : IAsyncLifetime
{
    private const int SourcesOfHost = 10;
    private const int Batch = 16;

    // With few sources what the two replicas themselves need would be counted as theirs.
    private const int EnoughToMeasure = 5000;

    // The clock goes on a little further than to the next source that is due, so that several are.
    private static readonly TimeSpan Nap = TimeSpan.FromMinutes(10);

    private static readonly int Sources = Setting("NEWSEDUCATOR_LOAD_SOURCES", 100);
    private static readonly int Days = Setting("NEWSEDUCATOR_LOAD_DAYS", 3);

    private readonly FakeTimeProvider _time = new(Some.Now);
    private string _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = (await TestServers.StartAsync()).NewDatabase();
        using var signal = new OutboxSignal();
        await using var db = new CollectorDb(
            new DbContextOptionsBuilder<CollectorDb>().UseNpgsql(_database).Options,
            signal,
            TimeProvider.System
        );
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO sources (id, kind, target, interval, enabled, from_file, revision)
            SELECT 's' || n, 'polite', 'h' || n / {SourcesOfHost}, '1 day', true, false, 1 FROM generate_series(1, {Sources}) n
            """
        );
        await db.Database.ExecuteSqlAsync(
            $$"""
            INSERT INTO poll_states (source_id, next_poll_at, consecutive_failures, last_listed, last_collected, last_dropped, poll_cadence)
            SELECT 's' || n, {{Some.Now}}, 0, 0, 0, 0, '{}' FROM generate_series(1, {{Sources}}) n
            """
        );
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Hosts_are_asked_by_one_at_a_time_and_never_before_they_said_and_every_source_each_day()
    {
        var hosts = new PoliteHosts(_time);
        var (before, perSource) = (GC.GetTotalMemory(forceFullCollection: true), 0.0);
        for (var day = 1; day <= Days; day++)
        {
            await using var one = Replica(hosts);
            await using var other = Replica(hosts);
            await PollUntilAsync(Some.Now.AddDays(day), one, other);
            perSource = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Sources;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{hosts.Requests} requests, {hosts.Limits} limits, {perSource:0} bytes a source")
        );
        hosts.Violations.ShouldBeEmpty();
        hosts.Limits.ShouldBeGreaterThan(0);
        hosts.Requests.ShouldBeInRange(Sources * Days, Sources * Days * 3 / 2);
        if (Sources >= EnoughToMeasure)
        {
            perSource.ShouldBeLessThan(2048);
        }
    }

    private async Task PollUntilAsync(DateTimeOffset end, params ServiceProvider[] replicas)
    {
        while (_time.GetUtcNow() < end)
        {
            var polled = Task.WhenAll(replicas.Select(PollDueAsync));
            while (!polled.IsCompleted)
            {
                // Those who wait for a turn wait in this time.
                await Task.WhenAny(
                    polled,
                    Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken)
                );
                _time.Advance(TimeSpan.FromMilliseconds(100));
            }

            if ((await polled).Sum() == 0)
            {
                _time.SetUtcNow(Between(_time.GetUtcNow(), await NextAsync(replicas[0]) + Nap, end));
            }
        }
    }

    private static DateTimeOffset Between(DateTimeOffset first, DateTimeOffset? time, DateTimeOffset last) =>
        time is not { } wished || wished > last ? last
        : wished < first ? first
        : wished;

    private async Task<int> PollDueAsync(ServiceProvider replica)
    {
        List<Source> due;
        await using (var scope = replica.CreateAsyncScope())
        {
            var now = _time.GetUtcNow();
            due = await scope
                .ServiceProvider.GetRequiredService<CollectorDb>()
                .ClaimDueAsync(Batch, now, now.AddHours(1), CancellationToken.None);
        }

        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (source, cancel) =>
            {
                await using var scope = replica.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<PollSource>().PollAsync(source, cancel);
            }
        );
        return due.Count;
    }

    private static async Task<DateTimeOffset?> NextAsync(ServiceProvider replica)
    {
        await using var scope = replica.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<CollectorDb>()
            .PollStates.MinAsync(state => (DateTimeOffset?)state.NextPollAt);
    }

    private ServiceProvider Replica(PoliteHosts hosts)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMetrics();
        services.AddOptions<CollectorOptions>().Configure(options => options.Lease = TimeSpan.FromHours(1));
        services.AddOptions<SelectionOptions>();
        services
            .AddOptions<HostThrottlingOptions>()
            .Configure(options =>
                (options.Concurrency, options.Pace, options.Turn) = (1, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1))
            );
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton(hosts);
        services.AddSingleton(_ => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_database) { MaxPoolSize = 10 }));
        services.AddSingleton<OutboxSignal>();
        services.AddDbContext<CollectorDb>((provider, db) => db.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton(FakePolicy.Whitelist());
        services.AddSingleton<AskPolicy>();
        services.AddSingleton(Refit.RestService.For<IComplianceApi>("http://compliance.invalid"));
        services.AddOptions<RetryOptions>();
        services.AddScoped<IConnector, PoliteConnector>();
        services.AddCollecting();
        return services.BuildServiceProvider();
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
