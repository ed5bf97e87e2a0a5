using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>What compose.yaml describes, as processes of this machine: its environment, its secrets, its accounts; host names and ports
/// alone are this machine's.</summary>
public sealed partial class ComposeRun : IAsyncLifetime
{
    public const string Replica = "second review";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, int> _ports = RunningProduct.Services.ToDictionary(service => service, _ => LoopbackPort.Free());
    private readonly Dictionary<string, Process> _processes = [];
    private readonly ConcurrentQueue<string> _said = [];
    private DeployedPostgres? _postgres;
    private DeployedRabbitMq? _messaging;

    public string Token => File.ReadAllText(Path.Combine(Secrets, "local-token"));

    public string Vault => Directory.CreateDirectory(_folder.In("vault")).FullName;

    /// <returns>Each secret of a service that is worth hiding: public keys are none.</returns>
    public IReadOnlyList<string> SecretsOf(string service) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Secrets, service))
                .Where(file => !Path.GetFileName(file).Contains("PublicKeys", StringComparison.Ordinal))
                .Select(file => File.ReadAllText(file).Trim()),
        ];

    internal DeployedPostgres Postgres => _postgres!;

    private string Secrets => _folder.In("secrets");

    public async ValueTask InitializeAsync()
    {
        // PostgreSQL's own user has to pass through it.
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)Convert.ToInt32("755", 8));
        _postgres = new DeployedPostgres(_folder.In("postgres"), Secrets);
        _messaging = new DeployedRabbitMq(_folder.In("messaging"), Secrets);
        WriteSecrets(Secrets, _postgres);
        _postgres.Start();
        _messaging.Start();
        await Task.WhenAll(_postgres.AnswersAsync(), _messaging.AnswersAsync());
        _postgres.MakeDatabases();
        _postgres.MakeDatabases();
        await File.WriteAllTextAsync(_folder.In("sources.yaml"), "[]\n");
        foreach (var service in RunningProduct.Services)
        {
            _processes[service] = Start(service, _ports[service]);
        }

        // A second Review, as a cluster has it.
        _ports[Replica] = LoopbackPort.Free();
        _processes[Replica] = Start("review", _ports[Replica]);
        await Task.WhenAll(_processes.Keys.Select(HealthyAsync));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values.Where(process => !process.HasExited))
        {
            process.Kill();
        }

        await Task.WhenAll(_postgres?.StopAsync() ?? Task.CompletedTask, _messaging?.StopAsync() ?? Task.CompletedTask);
        _folder.Dispose();
    }

    /// <summary>Writes the secrets of a deployment whose PostgreSQL is another; those that are there stay.</summary>
    internal void WriteSecrets(string folder, DeployedPostgres postgres) =>
        BuiltAppHost.Run("secrets", folder, "--postgres", $"localhost:{postgres.Port}", "--messaging", $"127.0.0.1:{_messaging!.Port}");

    public Uri AddressOf(string service) => new($"http://127.0.0.1:{_ports[service]}");

    public HttpClient Client(string service) => new() { BaseAddress = AddressOf(service) };

    /// <summary>Runs a service's program once, as compose runs its health check.</summary>
    /// <returns>Its exit code.</returns>
    public int RunHealthCheck(string service, int? port = null)
    {
        var check = ComposeFile.Services[service]!["healthcheck"]!["test"]!.AsArray().Select(word => word.Text()).ToList();
        check[..2].ShouldBe(["CMD", "dotnet"]);
        using var run = Process.Start(Described(service, port ?? _ports[service], [.. check[2..]]))!;
        run.WaitForExit();
        return run.ExitCode;
    }

    /// <returns>The exit code of a service that is stopped as an engine stops it.</returns>
    public async Task<int> StopAsync(string service, CancellationToken cancellationToken)
    {
        Processes.Signal(_processes[service].Id, "TERM");
        await _processes[service].WaitForExitAsync(cancellationToken);
        return _processes[service].ExitCode;
    }

    public Task StartAgainAsync(string service)
    {
        _processes[service].Dispose();
        _processes[service] = Start(service, _ports[service]);
        return HealthyAsync(service);
    }

    private Process Start(string service, int port)
    {
        var process = Process.Start(Described(service, port, [ProgramOf(service)]))!;
        process.OutputDataReceived += (_, line) => _said.Enqueue($"{service}: {line.Data}");
        process.ErrorDataReceived += (_, line) => _said.Enqueue($"{service}: {line.Data}");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private ProcessStartInfo Described(string service, int port, string[] arguments)
    {
        var name = ProgramOf(service)["NewsEducator.".Length..^".dll".Length];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            WorkingDirectory = Repository.In($"services/{name}/bin/{Repository.Configuration}/net10.0"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (variable, value) in ComposeFile.EnvironmentOf(service))
        {
            var here = Neighbour().Replace(value, match => $"http://127.0.0.1:{_ports[match.Groups["name"].Value]}");
            start.Environment[variable] = here switch
            {
                "/run/secrets" => _folder.In($"secrets/{service}"),
                "/vault" => Vault,
                _ => here,
            };
        }

        start.Environment["ASPNETCORE_HTTP_PORTS"] = Text(port);
        // Nothing is collected from the net.
        start.Environment["Collector__SourcesFile"] = _folder.In("sources.yaml");
        return start;
    }

    private async Task HealthyAsync(string service)
    {
        using var client = Client(service);
        await Eventually.GetAsync(
            () =>
                _processes[service].HasExited
                    ? throw new InvalidOperationException($"{service} ended: {string.Join('\n', _said)}")
                    : client.GetAsync(new Uri("/health", UriKind.Relative)),
            answer => answer.IsSuccessStatusCode,
            $"{service} to be ready",
            240
        );
    }

    private static string ProgramOf(string service) => $"NewsEducator.{char.ToUpperInvariant(service[0])}{service[1..]}.dll";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // http://review:8080
    [GeneratedRegex(@"http://(?<name>[a-z]+):8080")]
    private static partial Regex Neighbour();
}
