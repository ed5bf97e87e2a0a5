using System.Globalization;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>A PostgreSQL with the databases, roles and passwords of a deployment.</summary>
/// <param name="folder">Its data.</param>
/// <param name="secrets">What the command <c>secrets</c> wrote.</param>
internal sealed class DeployedPostgres(string folder, string secrets)
{
    private ServerScript? _server;

    public int Port { get; } = LoopbackPort.Free();

    public int Process => _server!.Program;

    /// <summary>Where psql and its relatives find it, as the operator.</summary>
    public Dictionary<string, string> Client =>
        new()
        {
            ["PGHOST"] = "localhost",
            ["PGPORT"] = Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = "postgres",
            ["PGPASSWORD_FILE"] = Path.Combine(secrets, "postgres/postgres"),
        };

    private string Password => File.ReadAllText(Path.Combine(secrets, "postgres/postgres"));

    public void Start()
    {
        _server = new ServerScript(
            "postgres.sh",
            folder,
            "postgres",
            ["fsync=off"],
            new Dictionary<string, string> { ["PGPORT"] = Client["PGPORT"], ["POSTGRES_PASSWORD"] = Password }
        );
        _server.Start();
    }

    public Task AnswersAsync() => _server!.PostgresAnswersAsync(Port);

    /// <summary>Runs the script that compose runs; a second run changes nothing.</summary>
    public void MakeDatabases()
    {
        var environment = new Dictionary<string, string>(Client)
        {
            ["SECRETS"] = Path.Combine(secrets, "postgres"),
            ["PGPASSWORD"] = Password,
        };
        var (exitCode, said) = Script.Run("deploy/compose/postgres/databases.sh", environment);
        exitCode.ShouldBe(0, said);
    }

    public async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(
            $"Host=localhost;Port={Port};Username=postgres;Password={Password};Database={database};Pooling=false"
        );
        await connection.OpenAsync();
        return connection;
    }

    public Task StopAsync() => _server?.StopAsync() ?? Task.CompletedTask;
}
