using Npgsql;

namespace NewsEducator.Testing;

/// <summary>
/// One private PostgreSQL and one private RabbitMQ for all tests of a process: containers where a container engine
/// answers, else the machine's own programs, started just as the AppHost starts them.
/// </summary>
public sealed class TestServers
{
    private static readonly Lazy<Task<TestServers>> Shared = new(MakeAsync);

    private int _databases;
    private int _virtualHosts;

    private TestServers(PostgresTestServer postgres, RabbitMqTestServer rabbitMq) => (Postgres, RabbitMq) = (postgres, rabbitMq);

    /// <summary>To stop, kill and restart it.</summary>
    public PostgresTestServer Postgres { get; }

    /// <summary>To stop, kill and restart it.</summary>
    public RabbitMqTestServer RabbitMq { get; }

    /// <summary>The broker's default virtual host.</summary>
    public string MessagingUri => RabbitMq.Uri;

    /// <summary>The servers of this process, started with the first call.</summary>
    public static Task<TestServers> StartAsync() => Shared.Value;

    /// <returns>The connection string of a new, empty database.</returns>
    public string NewDatabase()
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        using var connection = new NpgsqlConnection(Postgres.ConnectionString("postgres"));
        connection.Open();
        // From template0 several can be made at once.
        using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE template0", connection);
        create.ExecuteNonQuery();
        return Postgres.ConnectionString(name);
    }

    /// <returns>The AMQP address of a new virtual host, with no queue but what its user makes.</returns>
    public async Task<string> NewVirtualHostAsync()
    {
        var name = $"test{Interlocked.Increment(ref _virtualHosts)}";
        await RabbitMq.MakeVirtualHostAsync(name);
        return $"{RabbitMq.Uri}/{name}";
    }

    private static async Task<TestServers> MakeAsync()
    {
        var inContainers = await ContainerEngine.AnswersAsync();
        Console.WriteLine(inContainers ? "Test servers: containers" : "Test servers: this machine's PostgreSQL and RabbitMQ (no container engine answers)");
        var home = inContainers ? null : new NativeHome();
        PostgresTestServer postgres = home is null ? new ContainerPostgres() : new NativePostgres(home);
        RabbitMqTestServer rabbitMq = home is null ? new ContainerRabbitMq() : new NativeRabbitMq(home);
        await Task.WhenAll(postgres.StartAsync(), rabbitMq.StartAsync());
        return new TestServers(postgres, rabbitMq);
    }
}
