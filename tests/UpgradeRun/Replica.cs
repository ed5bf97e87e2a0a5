using System.Diagnostics;
using System.Globalization;
using NewsEducator.EndToEnd.Tests;
using NewsEducator.Testing;

namespace NewsEducator.UpgradeRun;

/// <summary>One process of a service; started again where it ends by itself, as a cluster does.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ProcessStartInfo _start;
    private readonly LastLines _lines = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private Process? _process;

    public Replica(ProcessStartInfo start, int port)
    {
        (_start, Port) = (start, port);
        _work = WorkAsync();
    }

    public int Port { get; }

    /// <summary>Its process.</summary>
    public int Id => _process!.Id;

    /// <exception cref="TimeoutException">With what it printed last.</exception>
    public async Task HealthyAsync()
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));
        try
        {
            await Eventually.GetAsync(() => Health.IsGoodAsync(address), isGood => isGood, "a replica to be healthy", seconds: 300);
        }
        catch (TimeoutException away)
        {
            throw new TimeoutException($"{away.Message}\n{_lines}", away);
        }
    }

    /// <summary>Asks it to stop.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        var start = TimeProvider.System.GetTimestamp();
        await _stop.CancelAsync();
        Processes.Signal(_process!.Id, "TERM");
        await _work;
        return TimeProvider.System.GetElapsedTime(start);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _process?.Kill();
        await _work;
        _process?.Dispose();
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            _process?.Dispose();
            _process = Process.Start(_start)!;
            _lines.Follow(_process);
            await _process.WaitForExitAsync(CancellationToken.None);
            await Task.Delay(Pause, TimeProvider.System, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
