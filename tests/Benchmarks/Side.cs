using System.Diagnostics;

namespace NewsEducator.Benchmarks;

/// <summary>One of those that are compared.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Measure">Does the work so many times, and says how many milliseconds that took it.</param>
internal sealed record Side(string Name, Func<int, double> Measure)
{
    /// <summary>Measured by the processor time of this process.</summary>
    public static Side Of(string name, Action work) =>
        new(
            name,
            passes =>
            {
                var start = Environment.CpuUsage.TotalTime;
                for (var pass = 0; pass < passes; pass++)
                {
                    work();
                }

                return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
            }
        );

    /// <summary>Measured by the clock, for what another process works on as well.</summary>
    public static Side Waiting(string name, Func<Task> work) =>
        new(
            name,
            passes =>
            {
                var watch = Stopwatch.StartNew();
                for (var pass = 0; pass < passes; pass++)
                {
                    work().GetAwaiter().GetResult();
                }

                return watch.Elapsed.TotalMilliseconds;
            }
        );
}
