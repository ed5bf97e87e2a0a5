using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace NewsEducator.Testing;

/// <summary>The built AppHost as a process of its own, for what needs one: signals, refusals, several runs beside each other.</summary>
public sealed class AppHostRun : RunningProduct, IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _ownsData;

    private AppHostRun(string data, bool ownsData, IEnumerable<string> arguments)
        : base(data)
    {
        _ownsData = ownsData;
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [AppHost, "--data", data, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, output) => Read(output.Data);
        _process.ErrorDataReceived += (_, output) => Read(output.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it has printed until now.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>The program.</summary>
    public static string AppHost => Repository.In($"AppHost/bin/{Repository.Configuration}/net10.0/NewsEducator.AppHost.dll");

    /// <summary>Starts it on free ports and a new data folder, and returns when all is ready.</summary>
    /// <param name="arguments">For the AppHost, for example <c>--demo</c>.</param>
    public static Task<AppHostRun> StartAsync(params string[] arguments) =>
        StartAsync(Directory.CreateTempSubdirectory("newseducator-run-").FullName, ownsData: true, arguments);

    /// <summary>Starts it on the data of an earlier run, which the caller deletes.</summary>
    public static Task<AppHostRun> StartOnAsync(string data, params string[] arguments) => StartAsync(data, ownsData: false, arguments);

    /// <summary>Starts it on the data of an earlier run, and does not wait until it is ready.</summary>
    public static AppHostRun BeginOn(string data, params string[] arguments) => new(data, ownsData: false, WithPorts(arguments));

    /// <summary>Runs it where it should refuse to start.</summary>
    public static async Task<(int ExitCode, IReadOnlyList<string> Lines)> RunToEndAsync(string data, params string[] arguments)
    {
        await using var run = new AppHostRun(data, ownsData: false, WithPorts(arguments));
        using var patience = new CancellationTokenSource(StartPatience, TimeProvider.System);
        await run._process.WaitForExitAsync(patience.Token);
        return (run._process.ExitCode, run.Lines);
    }

    /// <summary>Waits for a service that was killed, as long as its start takes beside all others.</summary>
    /// <exception cref="TimeoutException">With what the AppHost said last.</exception>
    public async Task HealthyAgainAsync(string service)
    {
        using var client = Client(service);
        try
        {
            await Eventually.HealthyAsync(client, seconds: 180);
        }
        catch (TimeoutException away)
        {
            throw new TimeoutException($"{away.Message}\n{string.Join('\n', Lines.TakeLast(20))}", away);
        }
    }

    /// <summary>Ends the AppHost itself by SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the AppHost to stop.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
        {
            Testing.Processes.Signal(_process.Id, "TERM");
        }

        using var patience = new CancellationTokenSource(StopPatience, TimeProvider.System);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }

        await Eventually.GetAsync(
            () => Task.FromResult(Processes()),
            processes => processes.Count == 0,
            "all processes of the run to end",
            seconds: 120
        );
        _process.Dispose();
        if (_ownsData)
        {
            Directory.Delete(Data, recursive: true);
        }
    }

    private static async Task<AppHostRun> StartAsync(string data, bool ownsData, string[] arguments)
    {
        var run = new AppHostRun(data, ownsData, WithPorts(arguments));
        using var patience = new CancellationTokenSource(StartPatience, TimeProvider.System);
        try
        {
            var ended = run._process.WaitForExitAsync(patience.Token);
            if (await Task.WhenAny(run._ready.Task, ended) == ended)
            {
                throw new InvalidOperationException($"The AppHost did not become ready:\n{string.Join('\n', run.Lines.TakeLast(50))}");
            }

            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    private static IEnumerable<string> WithPorts(string[] arguments) =>
        new[] { "--review-port", "--publisher-port" }
            .Where(option => !arguments.Contains(option))
            .SelectMany(option => new[] { option, LoopbackPort.Free().ToString(CultureInfo.InvariantCulture) })
            .Concat(arguments);

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        // The sign-in link is the last of what it says when all is ready.
        if (line.StartsWith("sign in: ", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
