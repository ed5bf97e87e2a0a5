using System.Diagnostics;
using System.Globalization;

namespace NewsEducator.Fuzzing;

/// <summary>What an input has taken since it was begun, of this process's processor time and of memory.</summary>
internal readonly struct Usage(string input, Limits limits)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;
    private readonly long _allocated = GC.GetTotalAllocatedBytes();

    public TimeSpan Time => Environment.CpuUsage.TotalTime - _processor;

    /// <returns>Null within the limits. A busy machine stretches the clock's time, so the processor's time decides.</returns>
    public ExcessException? Excess()
    {
        var bytes = GC.GetTotalAllocatedBytes() - _allocated;
        if (bytes > limits.BytesOf(input))
        {
            return new ExcessException(
                string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MB allocated for {input.Length} characters")
            );
        }

        if (Stopwatch.GetElapsedTime(_started) <= limits.TimeOf(input))
        {
            return null;
        }

        var time = Time;
        return time <= limits.TimeOf(input)
            ? null
            : new ExcessException(string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s for {input.Length} characters"));
    }
}
