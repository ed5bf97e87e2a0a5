namespace NewsEducator.Testing;

/// <summary>The servers that <c>./test</c> started for all test projects; NEWSEDUCATOR_TEST_SERVERS holds their ports: PostgreSQL, AMQP,
/// management.</summary>
internal sealed record SharedServers(PostgresTestServer Postgres, RabbitMqTestServer RabbitMq)
{
    private const string Variable = "NEWSEDUCATOR_TEST_SERVERS";

    public static SharedServers? Find() =>
        Environment.GetEnvironmentVariable(Variable)?.Split(' ') is [var postgres, var amqp, var management]
            ? new(new SharedPostgres(postgres), new SharedRabbitMq(amqp, management))
            : null;

    private static InvalidOperationException Shared() =>
        new("These servers are shared: a project whose tests stop one runs without NEWSEDUCATOR_TEST_SERVERS.");

    private sealed class SharedPostgres(string port) : PostgresTestServer
    {
        public override string ConnectionString(string database) => NativePostgres.Address(port, database);

        public override Task StartAsync() => throw Shared();

        public override Task StopAsync() => throw Shared();

        public override Task KillAsync() => throw Shared();
    }

    private sealed class SharedRabbitMq(string amqp, string management) : RabbitMqTestServer
    {
        public override string Uri => $"amqp://guest:{NativePostgres.Password}@127.0.0.1:{amqp}";

        protected override Uri Management => new($"http://127.0.0.1:{management}/");

        public override Task StartAsync() => throw Shared();

        public override Task StopAsync() => throw Shared();

        public override Task KillAsync() => throw Shared();
    }
}
