using Npgsql;

namespace NewsEducator.Testing;

/// <summary>
/// A private PostgreSQL and a private RabbitMQ: containers where a container engine answers, else the machine's own programs, started
/// by the AppHost's scripts. All tests of a process share one pair.
/// </summary>
public sealed class TestServers
{
    private static readonly Lazy<Task<TestServers>> Shared = new(MakeAsync);

    private TestServers(PostgresTestServer postgres, RabbitMqTestServer rabbitMq) => (Postgres, RabbitMq) = (postgres, rabbitMq);

    /// <summary>To stop, kill and restart it.</summary>
    public PostgresTestServer Postgres { get; }

    /// <summary>To stop, kill and restart it.</summary>
    public RabbitMqTestServer RabbitMq { get; }

    /// <summary>The servers of this process, started with the first call.</summary>
    public static Task<TestServers> StartAsync() => Shared.Value;

    /// <returns>The connection string of a new, empty database.</returns>
    public string NewDatabase()
    {
        var name = $"test{Guid.NewGuid():N}";
        using var connection = new NpgsqlConnection(Postgres.ConnectionString("postgres"));
        connection.Open();
        // From template0 several can be made at once.
        using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE template0", connection);
        create.ExecuteNonQuery();
        return Postgres.ConnectionString(name);
    }

    /// <returns>The AMQP address of a new virtual host without queues.</returns>
    public async Task<string> NewVirtualHostAsync()
    {
        var name = $"test{Guid.NewGuid():N}";
        await RabbitMq.MakeVirtualHostAsync(name);
        return $"{RabbitMq.Uri}/{name}";
    }

    private static async Task<TestServers> MakeAsync()
    {
        var inContainers = await ContainerEngine.AnswersAsync();
        Console.WriteLine(inContainers ? "Test servers: containers" : "Test servers: this machine's PostgreSQL and RabbitMQ (no container engine answers)");
        var servers = inContainers ? new TestServers(new ContainerPostgres(), new ContainerRabbitMq()) : MakeNative();
        await Task.WhenAll(servers.Postgres.StartAsync(), servers.RabbitMq.StartAsync());
        return servers;
    }

    private static TestServers MakeNative()
    {
        var folder = Directory.CreateTempSubdirectory("newseducator-tests-").FullName;
        // PostgreSQL's own user has to pass through it.
        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
        var servers = new TestServers(new NativePostgres(Path.Combine(folder, "postgres")), new NativeRabbitMq(Path.Combine(folder, "messaging")));
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Task.WhenAll(servers.Postgres.KillAsync(), servers.RabbitMq.KillAsync()).GetAwaiter().GetResult();
            Directory.Delete(folder, recursive: true);
        };
        return servers;
    }
}
