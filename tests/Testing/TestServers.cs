using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace NewsEducator.Testing;

/// <summary>
/// A private PostgreSQL and a private RabbitMQ: containers where a container engine answers, else the machine's own programs, started
/// by the AppHost's scripts. All tests of a process share one pair; under <c>./test</c> all processes do.
/// </summary>
public sealed class TestServers
{
    private static readonly Lazy<Task<TestServers>> Shared = new(() =>
        SharedServers.Find() is { } shared
            ? Task.FromResult(new TestServers(shared.Postgres, shared.RabbitMq))
            : MakeAsync(isDurable: false)
    );

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _templates = [];

    private TestServers(PostgresTestServer postgres, RabbitMqTestServer rabbitMq) => (Postgres, RabbitMq) = (postgres, rabbitMq);

    /// <summary>To be stopped, killed and restarted only where it is not shared.</summary>
    public PostgresTestServer Postgres { get; }

    /// <summary>To be stopped, killed and restarted only where it is not shared.</summary>
    public RabbitMqTestServer RabbitMq { get; }

    /// <summary>The servers of this process, started with the first call.</summary>
    public static Task<TestServers> StartAsync() => Shared.Value;

    /// <summary>A pair of its own whose PostgreSQL waits for the disk, as it does outside of tests.</summary>
    public static Task<TestServers> StartDurableAsync() => MakeAsync(isDurable: true);

    /// <returns>The connection string of a new, empty database.</returns>
    // From template0 several can be made at once.
    public string NewDatabase() => NewDatabase("template0");

    /// <summary>A new database with a service's schema, which is migrated once and then copied.</summary>
    /// <param name="schema">Whose; the same name means the same migrations.</param>
    /// <param name="migrate">Migrates the database of a connection string.</param>
    public async Task<string> NewDatabaseAsync(string schema, Func<string, Task> migrate)
    {
        var template = _templates.GetOrAdd(
            schema,
            _ => new Lazy<Task<string>>(async () =>
            {
                // A pooled connection that stays open would keep the database from being copied.
                var made = new NpgsqlConnectionStringBuilder(NewDatabase()) { Pooling = false };
                await migrate(made.ConnectionString);
                return made.Database!;
            })
        );
        return NewDatabase(await template.Value);
    }

    /// <returns>The AMQP address of a new virtual host without queues.</returns>
    public async Task<string> NewVirtualHostAsync()
    {
        var name = $"test{Guid.NewGuid():N}";
        await RabbitMq.MakeVirtualHostAsync(name);
        return $"{RabbitMq.Uri}/{name}";
    }

    private string NewDatabase(string template)
    {
        var name = $"test{Guid.NewGuid():N}";
        using var connection = new NpgsqlConnection(Postgres.ConnectionString("postgres"));
        connection.Open();
        using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template}", connection);
        create.ExecuteNonQuery();
        return Postgres.ConnectionString(name);
    }

    private static async Task<TestServers> MakeAsync(bool isDurable)
    {
        var inContainers = await ContainerEngine.AnswersAsync();
        Console.WriteLine(
            inContainers ? "Test servers: containers" : "Test servers: this machine's PostgreSQL and RabbitMQ (no container engine answers)"
        );
        var servers = inContainers ? new TestServers(new ContainerPostgres(isDurable), new ContainerRabbitMq()) : MakeNative(isDurable);
        await Task.WhenAll(servers.Postgres.StartAsync(), servers.RabbitMq.StartAsync());
        return servers;
    }

    private static TestServers MakeNative(bool isDurable)
    {
        var folder = Directory.CreateTempSubdirectory("newseducator-tests-").FullName;
        // PostgreSQL's own user has to pass through it.
        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
        var servers = new TestServers(
            new NativePostgres(Path.Combine(folder, "postgres"), isDurable),
            new NativeRabbitMq(Path.Combine(folder, "messaging"))
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Task.WhenAll(servers.Postgres.KillAsync(), servers.RabbitMq.KillAsync()).GetAwaiter().GetResult();
            // Hundreds of databases: xunit ends a process that takes longer than ten seconds to end as a failed one.
            using var delete = Process.Start("rm", ["-rf", "--", folder]);
        };
        return servers;
    }
}
