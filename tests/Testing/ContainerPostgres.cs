using Npgsql;
using Testcontainers.PostgreSql;

namespace NewsEducator.Testing;

internal sealed class ContainerPostgres(bool isDurable) : PostgresTestServer
{
    private readonly PostgreSqlContainer _container = new PostgreSqlBuilder("postgres:18-alpine")
        .WithCommand([.. NativePostgres.SettingsOf(isDurable).SelectMany(setting => new[] { "-c", setting })])
        .WithPortBinding(LoopbackPort.Free(), PostgreSqlBuilder.PostgreSqlPort)
        .Build();

    public override string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(_container.GetConnectionString()) { Database = database }.ConnectionString;

    public override Task StartAsync() => _container.StartAsync();

    public override Task StopAsync() => _container.StopAsync();

    public override Task KillAsync() => ContainerEngine.KillAsync(_container.Id);
}
