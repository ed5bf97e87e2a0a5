using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>Ends processes by SIGKILL, one after the other, until it is told to stop.</summary>
internal sealed class Gremlin : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    private Gremlin(AppHostRun run, IReadOnlyList<string> victims, int seed) => _work = WorkAsync(run, victims, new Random(seed));

    public int Kills { get; private set; }

    public static Gremlin Release(AppHostRun run, IReadOnlyList<string> victims, int seed) => new(run, victims, seed);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    private async Task WorkAsync(AppHostRun run, IReadOnlyList<string> victims, Random random)
    {
        while (!_stop.IsCancellationRequested)
        {
            var victim = victims[random.Next(victims.Count)];
            // One that is just being started again has no process to end.
            if (run.ProcessOf(victim) is not null)
            {
                run.Kill(victim);
                Kills++;
            }

            // Five services on a small machine: each is up most of the time, and down at some time in every step.
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(4_000, 16_000)), TimeProvider.System, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
