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

    // The array pool gives back an array or two of each size when a collection comes by, and only what lay idle for half a minute or a whole one.
    private const int PoolPasses = 6;
    private static readonly TimeSpan PoolPatience = TimeSpan.FromSeconds(35);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var (trimmedAt, passes, next) = (0L, 0, DateTimeOffset.MaxValue);
        for (var before = 0L; await timer.WaitForNextTickAsync(stoppingToken);)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var isBurstOver = allocated - trimmedAt > WorthCollecting;
            if (allocated - before < IdleBytes && (isBurstOver || time.GetUtcNow() >= next))
            {
                Trim();
                trimmedAt = allocated;
                passes = isBurstOver ? 1 : passes + 1;
                next = passes < PoolPasses ? time.GetUtcNow() + PoolPatience : DateTimeOffset.MaxValue;
            }

            before = allocated;
        }
    }

    private static void Trim()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        NativeHeap.Trim();
        MappedAssemblies.Release();
    }
}
