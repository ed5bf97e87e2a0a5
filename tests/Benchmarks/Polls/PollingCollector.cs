using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsEducator.Collector;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Connectors.Web;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Polling;
using NewsEducator.Collector.Retries;
using NewsEducator.Collector.Selection;
using NewsEducator.Collector.Throttling;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Messaging;
using Npgsql;

namespace NewsEducator.Benchmarks.Polls;

/// <summary>The Collector's poller, gate, client and database, without its API and broker. Each feed has a host of its own, which is the
/// one server.</summary>
internal sealed class PollingCollector : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private readonly WebApplication _app;

    public PollingCollector(string database, int port, int polled)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Upstreams:LongestAnswer", "1000000")]);
        AddCollector(builder, database, polled);
        builder.AddWeb();
        builder
            .Services.AddHttpClient<Collector.Connectors.Web.WebClient>()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { ConnectCallback = (_, cancel) => DialAsync(port, cancel) });
        _app = builder.Build();
        InDbAsync(db => db.Database.MigrateAsync()).GetAwaiter().GetResult();
    }

    /// <summary>There are so many sources; those that were there stay as they are.</summary>
    public void Configure(int sources, bool due = true) =>
        InDbAsync(async db =>
            {
                db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO sources (id, kind, target, interval, enabled, from_file, revision)
                    SELECT 's' || n, 'feed', 'http://h' || n || '.example.org/feed.xml', '1 day', true, false, 1 FROM generate_series(1, {sources}) n
                    ON CONFLICT DO NOTHING
                    """
                );
                await db.Database.ExecuteSqlAsync(
                    $$"""
                    INSERT INTO poll_states (source_id, next_poll_at, consecutive_failures, last_listed, last_collected, last_dropped, poll_cadence)
                    SELECT 's' || n, now() + CASE WHEN {{due}} THEN interval '-1 hour' ELSE interval '1 day' END, 0, 0, 0, 0, '{}' FROM generate_series(1, {{sources}}) n
                    ON CONFLICT DO NOTHING
                    """
                );
                await db.Database.ExecuteSqlAsync($"ANALYZE sources, poll_states");
            })
            .GetAwaiter()
            .GetResult();

    public void MakeDue(int count, int first) =>
        InDbAsync(db =>
                db.Database.ExecuteSqlAsync(
                    $"UPDATE poll_states SET next_poll_at = now() - interval '1 hour' FROM generate_series({first + 1}, {first + count}) n WHERE source_id = 's' || n"
                )
            )
            .GetAwaiter()
            .GetResult();

    /// <summary>Starts the poller and ends it once nothing is due.</summary>
    public async Task PollAllDueAsync()
    {
        var poller = ActivatorUtilities.CreateInstance<Poller>(_app.Services);
        await poller.StartAsync(CancellationToken.None);
        while (
            TimeProvider.System.GetUtcNow() is var now
            && await InDbAsync(db => db.PollStates.AnyAsync(state => state.NextPollAt <= now || state.LeasedUntil != null))
        )
        {
            await Task.Delay(Moment, TimeProvider.System);
        }

        await poller.StopAsync(CancellationToken.None);
    }

    public void Dispose() => _app.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static void AddCollector(WebApplicationBuilder builder, string database, int polled)
    {
        var services = builder.Services;
        services.AddOptions<CollectorOptions>();
        services.AddOptions<RetryOptions>();
        services.AddOptions<UpstreamOptions>().BindConfiguration(UpstreamOptions.Section);
        services.AddOptions<SelectionOptions>();
        services.AddOptions<HostThrottlingOptions>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = 10 }));
        services.AddSingleton<OutboxSignal>();
        services.AddDbContext<CollectorDb>((provider, db) => db.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        var whitelist = new Whitelist();
        whitelist.Set(1, [.. Enumerable.Range(1, polled).Select(host => new WhitelistedHost { Host = $"h{host}.example.org" })]);
        services.AddSingleton(whitelist);
        services.AddSingleton<AskPolicy>();
        services.AddSingleton(Refit.RestService.For<IComplianceApi>("http://compliance.invalid"));
        services.AddCollecting();
    }

    private static async ValueTask<Stream> DialAsync(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<T> InDbAsync<T>(Func<CollectorDb, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CollectorDb>());
    }

    private Task<int> InDbAsync(Func<CollectorDb, Task> work) =>
        InDbAsync(async db =>
        {
            await work(db);
            return 0;
        });
}
