using System.Diagnostics;
using System.Globalization;
using NewsEducator.Testing;

namespace NewsEducator.FaultRun;

/// <summary>A second process of a service beside the AppHost's own, with the same settings and another port; started again when it ends.</summary>
internal sealed class SecondReplica : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly string _program;
    private readonly Dictionary<string, string> _settings;
    private readonly LastLines _lines = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private Process? _process;

    private SecondReplica(string program, Dictionary<string, string> settings, Uri address)
    {
        (_program, _settings, Address) = (program, settings, address);
        _work = WorkAsync();
    }

    public Uri Address { get; }

    /// <summary>Null while it is just being started again.</summary>
    public int? Id => _process is { HasExited: false } process ? process.Id : null;

    /// <summary>What it printed last, whichever process of it.</summary>
    public string LastLines => _lines.ToString();

    /// <summary>The first replica's own program and environment are read from the kernel.</summary>
    public static SecondReplica Of(RunningProduct run, string service)
    {
        var first = run.ProcessOf(service) ?? throw new InvalidOperationException($"{service} does not run.");
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{LoopbackPort.Free()}"));
        var settings = Processes
            .Variables(first)
            .Select(variable => variable.Split('=', 2))
            .Where(variable => variable.Length == 2)
            .ToDictionary(variable => variable[0], variable => variable[1]);
        settings["ASPNETCORE_URLS"] = address.ToString();
        var program = File.ResolveLinkTarget(string.Create(CultureInfo.InvariantCulture, $"/proc/{first}/exe"), returnFinalTarget: true)!;
        return new SecondReplica(program.FullName, settings, address);
    }

    public void Signal(string signal)
    {
        if (Id is { } process)
        {
            Processes.Signal(process, signal);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Signal("CONT");
        _process?.Kill();
        await _work;
        _process?.Dispose();
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var start = new ProcessStartInfo(_program)
            {
                // Its pages lie beside its project file, as for the first replica.
                WorkingDirectory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(_program)!, "../../..")),
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment.Clear();
            foreach (var (name, value) in _settings)
            {
                start.Environment[name] = value;
            }

            _process = Process.Start(start)!;
            _lines.Follow(_process);
            await _process.WaitForExitAsync(CancellationToken.None);
            await Task.Delay(Pause, TimeProvider.System, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
