using System.Globalization;
using Npgsql;

namespace NewsEducator.Testing;

internal sealed class NativePostgres(string folder, bool isDurable) : PostgresTestServer
{
    public const string Password = "testing";

    private readonly int _port = LoopbackPort.Free();
    private ServerScript? _server;

    private ServerScript Server =>
        _server ??= new ServerScript(
            "postgres.sh",
            folder,
            "postgres",
            SettingsOf(isDurable),
            new Dictionary<string, string> { ["PGPORT"] = _port.ToString(CultureInfo.InvariantCulture), ["POSTGRES_PASSWORD"] = Password }
        );

    // Durability is PostgreSQL's own test; without it ours take half the time. A killed server still recovers.
    public static string[] SettingsOf(bool isDurable) =>
        isDurable ? ["max_connections=300"] : ["fsync=off", "synchronous_commit=off", "max_connections=300"];

    public override string ConnectionString(string database) => Address(_port.ToString(CultureInfo.InvariantCulture), database);

    public static string Address(string port, string database) =>
        $"Host=127.0.0.1;Port={port};Username=postgres;Password={Password};Database={database}";

    public override async Task StartAsync()
    {
        Server.Start();
        await Server.PostgresAnswersAsync(_port);
        // A server that answers may still be reading its log, and refuses everyone until it has.
        await Eventually.GetAsync(TakesConnectionsAsync, taken => taken, "PostgreSQL to take connections", seconds: 120);
    }

    private async Task<bool> TakesConnectionsAsync()
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        return true;
    }

    public override Task StopAsync() => Server.StopAsync();

    public override Task KillAsync() => Server.KillAsync();
}
