using System.Runtime;
using Microsoft.Extensions.Hosting;

namespace NewsEducator.ServiceDefaults;

/// <summary>Gives memory back when a burst is over: five services share a machine and are idle for most of the day.</summary>
/// <remarks>Without it the garbage of the last burst stays until the next one, for an idle process collects nothing.</remarks>
internal sealed class MemoryTrim(TimeProvider time) : BackgroundService
{
    private const long IdleBytes = 4 * 1024 * 1024;
    private const long WorthCollecting = 24 * 1024 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    // The array pool gives back only what lay idle for a minute when a collection comes by.
    private static readonly TimeSpan PoolPatience = TimeSpan.FromSeconds(70);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var trimmedAt = 0L;
        var again = DateTimeOffset.MaxValue;
        for (var before = 0L; await timer.WaitForNextTickAsync(stoppingToken);)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var isIdle = allocated - before < IdleBytes;
            var isDue = time.GetUtcNow() >= again;
            if (isIdle && (isDue || allocated - trimmedAt > WorthCollecting))
            {
                Trim();
                trimmedAt = allocated;
                again = isDue ? DateTimeOffset.MaxValue : time.GetUtcNow() + PoolPatience;
            }

            before = allocated;
        }
    }

    private static void Trim()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        MappedAssemblies.Release();
    }
}
