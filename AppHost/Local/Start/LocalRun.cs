using Aspire.Hosting.ApplicationModel;

namespace NewsEducator.AppHost.Local;

/// <summary>All resources from start to stop.</summary>
internal sealed class LocalRun(IReadOnlyList<Runner> runners, Screen screen, TimeProvider time)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(2);

    private readonly Dictionary<IResource, Supervisor> _supervisors =
        runners.ToDictionary(IResource (runner) => runner.Resource, runner => new Supervisor(runner, screen, time));

    /// <param name="announce">Called once, when all are ready.</param>
    /// <param name="stop">Ends the run.</param>
    public async Task RunAsync(Action announce, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            var lives = _supervisors.Values.Select(supervisor => supervisor.RunAsync(resource => _supervisors[resource], end.Token));
            await Task.WhenAll(lives.Append(AwaitReadyAsync(announce, end.Token)).Select(life => UntilEndAsync(life, end)));
        }
        finally
        {
            await StopOrder.StopAllAsync([.. runners.Select(runner => runner.Resource)], resource => _supervisors[resource].StopAsync());
        }
    }

    private static async Task UntilEndAsync(Task life, CancellationTokenSource end)
    {
        try
        {
            await life;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Asked to stop.
        }
        catch
        {
            await end.CancelAsync();
            throw;
        }
    }

    private async Task AwaitReadyAsync(Action announce, CancellationToken cancellationToken)
    {
        var ready = Task.WhenAll(_supervisors.Values.Select(supervisor => supervisor.Ready));
        while (await Task.WhenAny(ready, Task.Delay(ReportEvery, time, cancellationToken)) != ready)
        {
            cancellationToken.ThrowIfCancellationRequested();
            screen.Announce($"waiting: {string.Join(", ", _supervisors.Values.Where(supervisor => !supervisor.Ready.IsCompleted))}");
        }

        announce();
    }
}
