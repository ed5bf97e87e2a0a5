using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace NewsEducator.AppHost.Local;

/// <summary>One resource's life: it waits for what it needs, starts, and is started again when it ends unasked.</summary>
internal sealed class Supervisor(Runner runner, Screen screen, TimeProvider time)
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _since = time.GetTimestamp();
    private string _doing = "not started";

    public Runner Runner { get; } = runner;

    /// <summary>Healthy for the first time; for a one-shot, ended well.</summary>
    public Task Ready => _ready.Task;

    /// <summary>What it is doing, for people: <c>messaging (starting, 6 s)</c>, <c>collector (on messaging)</c>.</summary>
    public override string ToString() => $"{Runner.Name} ({_doing})".Replace(
        "{s}", time.GetElapsedTime(_since).TotalSeconds.ToString("0", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public async Task RunAsync(Func<IResource, Supervisor> other, CancellationToken cancellationToken)
    {
        foreach (var wait in Runner.Resource.Waits)
        {
            _doing = $"on {wait.For.Name}";
            await other(wait.For).Ready.WaitAsync(cancellationToken);
        }

        for (var failures = 0; ; failures++)
        {
            Do(failures == 0 ? "starting, {s} s" : $"starting again after {failures} failures, {{s}} s");
            await Runner.StartAsync(cancellationToken);
            if (Runner.Process is not { } process || Runner.IsOneShot)
            {
                await EndWellAsync(cancellationToken);
                return;
            }

            failures = await WatchAsync(process, cancellationToken) ? 0 : failures;
            await BackOffAsync(failures, await process.Exited, cancellationToken);
        }
    }

    public Task StopAsync() => Runner.StopAsync(StopGrace);

    private async Task EndWellAsync(CancellationToken cancellationToken)
    {
        var exitCode = Runner.Process is { } process ? await process.Exited.WaitAsync(cancellationToken) : 0;
        if (exitCode != 0)
        {
            throw new StartProblem(string.Create(CultureInfo.InvariantCulture,
                $"{Runner.Name} failed with exit code {exitCode}, so what builds on it cannot start: its lines above say why."));
        }

        _ready.TrySetResult();
    }

    /// <returns>Whether it ran well for long enough to call its end a new failure.</returns>
    private async Task<bool> WatchAsync(ChildProcess process, CancellationToken cancellationToken)
    {
        if (process.Exited.IsCompleted)
        {
            return false;
        }

        _ready.TrySetResult();
        Do("ready");
        await process.Exited.WaitAsync(cancellationToken);
        return time.GetElapsedTime(_since) > Settled;
    }

    private async Task BackOffAsync(int failures, int exitCode, CancellationToken cancellationToken)
    {
        var delay = TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, failures) / 2));
        Do(string.Create(CultureInfo.InvariantCulture, $"ended with code {exitCode}"));
        screen.Say(Runner.Name, string.Create(CultureInfo.InvariantCulture, $"ended with exit code {exitCode}; starting it again in {delay.TotalSeconds} s"));
        await Task.Delay(delay, time, cancellationToken);
    }

    private void Do(string what) => (_since, _doing) = (time.GetTimestamp(), what);
}
