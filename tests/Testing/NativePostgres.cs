using NewsEducator.AppHost.Local;

namespace NewsEducator.Testing;

internal sealed class NativePostgres : PostgresTestServer
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly PostgresServer _server;

    public NativePostgres(NativeHome home)
    {
        // Durability is PostgreSQL's own test; without it ours take half the time. A killed server still recovers.
        _server = new PostgresServer(home.In("postgres"), Ports.Free(), NativeHome.Password, PostgresPrograms.Find(), home.Host, TimeProvider.System)
        {
            Settings = ["fsync=off", "synchronous_commit=off", "max_connections=300"],
        };
        home.Servers.Add(this);
    }

    public override string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_server.Port};Username=postgres;Password={NativeHome.Password};Database={database}";

    public override Task StartAsync() => _server.StartAsync(CancellationToken.None);

    public override Task StopAsync() => _server.Process?.StopAsync(Grace) ?? Task.CompletedTask;

    public override Task KillAsync() => _server.Process?.KillAsync() ?? Task.CompletedTask;
}
