namespace NewsEducator.AppHost.Local;

/// <summary>Starts programs so that none outlives this process, however it ends.</summary>
internal sealed class ProcessHost : IAsyncDisposable
{
    private readonly string _records;
    private readonly TimeProvider _time;
    private readonly Watchdog _watchdog;
    private int _started;

    /// <param name="folder">Holds one folder of records for each run.</param>
    /// <param name="time">The clock.</param>
    public ProcessHost(string folder, TimeProvider time)
    {
        _records = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
        _time = time;
        _watchdog = new Watchdog(_records);
    }

    public ChildProcess Start(Launch launch) =>
        new(launch, Path.Combine(_records, $"{launch.Name}.{Interlocked.Increment(ref _started)}"), _time);

    /// <summary>Runs a program to its end.</summary>
    public async Task<ToolResult> RunAsync(Launch launch, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var process = Start(launch with { Log = Collect });
        try
        {
            return new ToolResult(await process.Exited.WaitAsync(cancellationToken), lines);
        }
        catch (OperationCanceledException)
        {
            await process.KillAsync();
            throw;
        }

        void Collect(string line)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }
    }

    public ValueTask DisposeAsync() => _watchdog.DisposeAsync();
}

internal sealed record ToolResult(int ExitCode, IReadOnlyList<string> Output);
