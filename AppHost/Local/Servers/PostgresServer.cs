using System.Globalization;

namespace NewsEducator.AppHost.Local;

/// <summary>A private PostgreSQL server on a loopback port.</summary>
internal sealed class PostgresServer(string folder, int port, string password, PostgresPrograms programs, ProcessHost host, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly PostgresCluster _cluster = new(folder, programs, host);

    public string Port { get; } = port.ToString(CultureInfo.InvariantCulture);

    /// <summary>Settings on top of the cluster's own, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    public Action<string> Log { get; init; } = _ => { };

    public ChildProcess? Process { get; private set; }

    /// <summary>Starts the server, or starts it again, and waits until it takes connections or has ended.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _cluster.DemandSameMajorAsync(cancellationToken);
        await _cluster.EnsureAsync(password, cancellationToken);
        string[] settings = [$"port={Port}", "listen_addresses=localhost", "unix_socket_directories=", .. Settings];
        var launch = PostgresAccount.Launch(
            Path.GetFileName(folder), programs["postgres"], folder, ["-D", folder, .. settings.SelectMany(setting => new[] { "-c", setting })]);
        // To PostgreSQL, terminate means: wait until the last client has gone.
        Process = host.Start(launch with { Log = Log, StopSignal = StopSignal.Interrupt });
        while (!Process.Exited.IsCompleted && !await IsReadyAsync(cancellationToken))
        {
            await Task.Delay(Pace, time, cancellationToken);
        }
    }

    public async Task EnsureDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        var found = await AskAsync($"SELECT 1 FROM pg_database WHERE datname = '{name}'", cancellationToken);
        if (found.Count == 0)
        {
            // From template0 several can be made at once: nobody is ever connected to it.
            await AskAsync($"CREATE DATABASE \"{name}\" TEMPLATE template0", cancellationToken);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        (await host.RunAsync(new Launch("pg_isready", programs["pg_isready"], "-q", "-h", "127.0.0.1", "-p", Port), cancellationToken)).ExitCode == 0;

    private async Task<IReadOnlyList<string>> AskAsync(string sql, CancellationToken cancellationToken)
    {
        var psql = new Launch("psql", programs["psql"], "-X", "-w", "-A", "-t", "-q", "-h", "127.0.0.1", "-p", Port, "-U", "postgres", "-d", "postgres", "-c", sql)
        {
            Environment = new Dictionary<string, string> { ["PGPASSWORD"] = password },
        };
        var answer = await host.RunAsync(psql, cancellationToken);
        return answer.ExitCode == 0
            ? answer.Output
            : throw new StartProblem($"PostgreSQL refused \"{sql}\" ({string.Join(' ', answer.Output)}): put that right, or start afresh with --data DIR.");
    }
}
