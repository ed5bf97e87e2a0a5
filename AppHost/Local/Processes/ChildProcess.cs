using System.Diagnostics;

namespace NewsEducator.AppHost.Local;

/// <summary>A running program and its process group.</summary>
internal sealed class ChildProcess
{
    // The child records itself before it becomes the program, so there is no moment in which it runs unrecorded; where the
    // watchdog has already cleared the folder away, it ends instead. Field 22 of stat is the start time.
    private const string RecordThenExec = """
        record=$1 signal=$2
        shift 2
        write() { printf '%s %s %s\n' "$$" "$signal" "${22}" > "$record"; }
        read -r stat < /proc/$$/stat && write $stat && exec "$@"
        """;

    private readonly Process _process;
    private readonly StopSignal _stopSignal;
    private readonly TimeProvider _time;

    public ChildProcess(Launch launch, string recordFile, TimeProvider time)
    {
        _stopSignal = launch.StopSignal;
        _time = time;
        _process = Start(launch, recordFile);
        Exited = WaitForEndAsync(launch.Log, recordFile);
    }

    public int Id => _process.Id;

    /// <summary>Ends with the exit code when the program has ended.</summary>
    public Task<int> Exited { get; }

    public async Task StopAsync(TimeSpan grace)
    {
        Native.SignalGroup(Id, _stopSignal);
        await Task.WhenAny(Exited, Task.Delay(grace, _time));
        await KillAsync();
    }

    public Task KillAsync()
    {
        if (!Exited.IsCompleted)
        {
            Native.SignalGroup(Id, StopSignal.Kill);
        }

        return Exited;
    }

    private static Process Start(Launch launch, string recordFile)
    {
        // In a session of its own a terminal's Ctrl-C does not reach it: we stop the programs, in order.
        string[] recorder = ["sh", "-c", RecordThenExec, "sh", recordFile, launch.StopSignal.ToString("D")];
        var start = new ProcessStartInfo("setsid", [.. recorder, launch.File, .. launch.Arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = launch.WorkingDirectory ?? "/",
        };
        CleanEnvironment.Clean(start.Environment);
        foreach (var (name, value) in launch.Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{launch.File} did not start.");
        process.StandardInput.Close();
        return process;
    }

    private static async Task PumpAsync(StreamReader output, Action<string> log)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            log(line);
        }
    }

    private async Task<int> WaitForEndAsync(Action<string> log, string recordFile)
    {
        var output = Task.WhenAll(PumpAsync(_process.StandardOutput, log), PumpAsync(_process.StandardError, log));
        await _process.WaitForExitAsync();
        // What it left running may hold its output open, so do not wait for long.
        await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(1), _time));
        File.Delete(recordFile);
        return _process.ExitCode;
    }
}
