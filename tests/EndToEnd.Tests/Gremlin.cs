using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>Ends processes by SIGKILL, one after the other, until it is told to stop.</summary>
/// <remarks>
/// Mostly it waits until its last victim is up again, so that a slow machine gets as far as a fast one; every third time it does
/// not, and ends services while they start.
/// </remarks>
internal sealed class Gremlin : IAsyncDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly RunningProduct _run;
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly Task _work;

    private Gremlin(RunningProduct run, IReadOnlyList<string> victims, int seed)
    {
        _run = run;
        _work = WorkAsync(victims, new Random(seed));
    }

    public int Kills { get; private set; }

    public static Gremlin Release(RunningProduct run, IReadOnlyList<string> victims, int seed) => new(run, victims, seed);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
        _http.Dispose();
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
        while (!_stop.IsCancellationRequested && TimeProvider.System.GetElapsedTime(start) < Patience && !await IsHealthyAsync(victim))
        {
            await PauseAsync(Moment);
        }
    }

    private async Task<bool> IsHealthyAsync(string victim)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(_run.Endpoints[victim], "/health"), _stop.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private Task PauseAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
}
