using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>Ends processes by SIGKILL, one after the other, until it is stopped.</summary>
/// <remarks>
/// Mostly it waits until its last victim is up again, so that a slow machine gets as far as a fast one; every third time it does
/// not, and ends services while they start.
/// </remarks>
internal sealed class Gremlin : IAsyncDisposable
{
    private static readonly TimeSpan BetweenVictims = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly RunningProduct _run;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    private Gremlin(RunningProduct run, IReadOnlyList<string> victims, int seed)
    {
        _run = run;
        _work = WorkAsync(victims, new Random(seed));
    }

    public int Kills { get; private set; }

    public static Gremlin Release(RunningProduct run, IReadOnlyList<string> victims, int seed) => new(run, victims, seed);

    /// <summary>Ends each of them once, without waiting for any to be up again.</summary>
    public static async Task EndEachAsync(RunningProduct run, IReadOnlyList<string> victims)
    {
        foreach (var victim in victims)
        {
            await Eventually.GetAsync(
                () => Task.FromResult(run.ProcessOf(victim)),
                process => process is not null,
                $"{victim} to have a process"
            );
            run.Kill(victim);
            await Task.Delay(BetweenVictims, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    private async Task WorkAsync(IReadOnlyList<string> victims, Random random)
    {
        while (!_stop.IsCancellationRequested)
        {
            var victim = victims[random.Next(victims.Count)];
            // One that is just being started again has no process to end.
            if (_run.ProcessOf(victim) is not null)
            {
                _run.Kill(victim);
                Kills++;
            }

            await PauseAsync(TimeSpan.FromMilliseconds(random.Next(1000, 6000)));
            if (random.Next(3) > 0)
            {
                await UpAgainAsync(victim);
            }
        }
    }

    private async Task UpAgainAsync(string victim)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (
            !_stop.IsCancellationRequested
            && TimeProvider.System.GetElapsedTime(start) < Patience
            && !await Health.IsGoodAsync(_run.Endpoints[victim], _stop.Token)
        )
        {
            await PauseAsync(Moment);
        }
    }

    private Task PauseAsync(TimeSpan time) =>
        Task.Delay(time, TimeProvider.System, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
}
