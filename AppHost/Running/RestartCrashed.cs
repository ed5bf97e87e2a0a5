using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace NewsEducator.AppHost.Running;

/// <summary>Starts a process again that ended by itself, after a growing pause: Aspire's DCP leaves it as it is.</summary>
internal sealed class RestartCrashed(ResourceNotificationService notifications, ResourceCommandService commands, ResourceLoggerService logs, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Life> _lives = [];

    private sealed record Life(long Since, int Failures, bool IsStopping, bool HasEnded);

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
        var state = change.Snapshot.State?.Text;
        var life = _lives.GetOrAdd(change.ResourceId, _ => new Life(time.GetTimestamp(), 0, IsStopping: false, HasEnded: false));
        if (state == KnownResourceStates.Running && life.HasEnded)
        {
            life = life with { Since = time.GetTimestamp(), IsStopping = false, HasEnded = false };
        }
        else if (state == KnownResourceStates.Stopping)
        {
            life = life with { IsStopping = true };
        }
        else if (KnownResourceStates.TerminalStates.Contains(state) && !life.HasEnded)
        {
            var failures = time.GetElapsedTime(life.Since) > Settled ? 1 : life.Failures + 1;
            life = life with { HasEnded = true, Failures = failures };
            if (!life.IsStopping)
            {
                _ = StartAgainAsync(change, failures, stoppingToken);
            }
        }

        _lives[change.ResourceId] = life;
    }

    private async Task StartAgainAsync(ResourceEvent ended, int failures, CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, failures - 1)));
        Console.WriteLine(FormattableString.Invariant(
            $"{ended.Resource.Name} ended with exit code {ended.Snapshot.ExitCode}; starting it again in {pause.TotalSeconds} s. {await LastLineAsync(ended.ResourceId, stoppingToken)}"));
        await Task.Delay(pause, time, stoppingToken);
        await commands.ExecuteCommandAsync(ended.ResourceId, KnownResourceCommands.StartCommand, stoppingToken);
    }

    private async Task<string> LastLineAsync(string resource, CancellationToken cancellationToken)
    {
        var last = "";
        await foreach (var lines in logs.GetAllAsync(resource).WithCancellation(cancellationToken))
        {
            last = lines.LastOrDefault(line => line.Content.Contains("error", StringComparison.OrdinalIgnoreCase)).Content ?? last;
        }

        return last.Length == 0 ? "" : $"It said: {last}";
    }
}
