using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace NewsEducator.AppHost.Running;

/// <summary>Starts a process again that ended by itself, after a growing pause: Aspire's DCP leaves it as it is.</summary>
/// <remarks>
/// It goes by the state that a resource is in, not by each change of it: whatever was missed meanwhile, a process that is not running and
/// that nobody stopped is started.
/// </remarks>
internal sealed class RestartCrashed(
    ResourceNotificationService notifications,
    ResourceCommandService commands,
    ResourceLoggerService logs,
    TimeProvider time
) : BackgroundService
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LogPatience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, bool> _stopped = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            if (change.Resource is ProjectResource or ExecutableResource)
            {
                Follow(change, stoppingToken);
            }
        }
    }

    private void Follow(ResourceEvent change, CancellationToken stoppingToken)
    {
        if (_stopped.TryAdd(change.ResourceId, false))
        {
            _ = KeepRunningAsync(change.Resource.Name, change.ResourceId, stoppingToken);
        }

        // A process that ends by itself is never seen stopping.
        var state = change.Snapshot.State?.Text;
        if (state == KnownResourceStates.Stopping)
        {
            _stopped[change.ResourceId] = true;
        }
        else if (state == KnownResourceStates.Starting || state == KnownResourceStates.Running)
        {
            _stopped[change.ResourceId] = false;
        }
    }

    private async Task KeepRunningAsync(string name, string id, CancellationToken stoppingToken)
    {
        // The watch goes on meanwhile.
        await Task.Yield();
        var failures = 0;
        while (true)
        {
            var since = time.GetTimestamp();
            await UntilAsync(() => HasEnded(id), Timeout.InfiniteTimeSpan, stoppingToken);
            failures = time.GetElapsedTime(since) > Settled ? 1 : failures + 1;
            var because = FormattableString.Invariant($"ended with exit code {ExitCodeOf(id)}");
            var said = await LastLineAsync(id, stoppingToken);
            while (IsAway(id))
            {
                var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, failures - 1)));
                Console.WriteLine(FormattableString.Invariant($"{name} {because}; starting it again in {pause.TotalSeconds} s. {said}"));
                await Task.Delay(pause, time, stoppingToken);
                if (IsAway(id))
                {
                    (because, said) = ("did not start", await StartAsync(id, stoppingToken));
                }

                failures += IsAway(id) ? 1 : 0;
            }
        }
    }

    /// <summary>Returns when it runs or has ended once more: another start would kill a process that is starting.</summary>
    /// <remarks>Aspire tells late while logs are long, and may tell the end of the former process after the start of this one.</remarks>
    /// <returns>Why it could not be started, if Aspire says so.</returns>
    private async Task<string> StartAsync(string id, CancellationToken cancellationToken)
    {
        var former = MadeAt(id);
        var start = commands.ExecuteCommandAsync(id, KnownResourceCommands.StartCommand, cancellationToken);
        // It waits for others as long as they need.
        while (!await UntilAsync(() => start.IsCompleted, StartPatience, cancellationToken))
        {
            if (StateOf(id) != KnownResourceStates.Waiting)
            {
                return $"Aspire has not answered for {StartPatience.TotalSeconds} s.";
            }
        }

        try
        {
            var result = await start;
            if (!result.Success)
            {
                return $"Aspire said: {result.Message ?? "nothing"}";
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return $"Aspire said: {error.Message}";
        }

        await UntilAsync(() => !IsAway(id) || (HasEnded(id) && MadeAt(id) != former), StartPatience, cancellationToken);
        return "";
    }

    /// <returns>False: it was not so within the time.</returns>
    private async Task<bool> UntilAsync(Func<bool> isSo, TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (!isSo())
        {
            if (patience != Timeout.InfiniteTimeSpan && time.GetElapsedTime(start) > patience)
            {
                return false;
            }

            await Task.Delay(BetweenLooks, time, cancellationToken);
        }

        return true;
    }

    private bool IsAway(string id) => StateOf(id) != KnownResourceStates.Running && !_stopped[id];

    private bool HasEnded(string id) => KnownResourceStates.TerminalStates.Contains(StateOf(id)) && !_stopped[id];

    private string? StateOf(string id) => notifications.TryGetCurrentState(id, out var now) ? now.Snapshot.State?.Text : null;

    private DateTime? MadeAt(string id) => notifications.TryGetCurrentState(id, out var now) ? now.Snapshot.CreationTimeStamp : null;

    private int? ExitCodeOf(string id) => notifications.TryGetCurrentState(id, out var now) ? now.Snapshot.ExitCode : null;

    private async Task<string> LastLineAsync(string id, CancellationToken cancellationToken)
    {
        var last = "";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LogPatience);
        try
        {
            await foreach (var lines in logs.GetAllAsync(id).WithCancellation(patience.Token))
            {
                last = lines.LastOrDefault(line => line.Content.Contains("error", StringComparison.OrdinalIgnoreCase)).Content ?? last;
            }
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What it said last is a help, no condition.
        }

        return last.Length == 0 ? "" : $"It said: {last}";
    }
}
