namespace NewsEducator.Fuzzing;

/// <summary>Ends the process where an input does not come back, as nothing else ends a loop; its input is written before that. The number of
/// the input that is being tried is in a file, for what ends the process by itself: an exhausted stack.</summary>
internal sealed class Watchdog : IDisposable
{
    private const int ExitCode = 3;
    private const int Patience = 10;
    private const long MostMemory = 1L << 30;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly FuzzTarget _target;
    private readonly ulong _seed;
    private readonly Action<Finding> _write;
    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private readonly FileStream _current;
    private (long Number, string Input, Usage Usage)? _entered;

    public Watchdog(FuzzTarget target, ulong seed, Action<Finding> write)
    {
        (_target, _seed, _write) = (target, seed, write);
        _current = new FileStream(CurrentFile(target), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        _timer = new Timer(_ => Look(), null, Interval, Interval);
    }

    /// <summary>Holds the number of the input, 8 bytes, little-endian.</summary>
    public static string CurrentFile(FuzzTarget target) => Path.Combine(Path.GetTempPath(), $"newseducator-fuzzing-{target.Name}");

    public Usage Enter(long number, string input)
    {
        _current.Position = 0;
        _current.Write(BitConverter.GetBytes(number));
        var usage = new Usage(input, _target.Limits);
        lock (_lock)
        {
            _entered = (number, input, usage);
        }

        return usage;
    }

    public void Leave()
    {
        lock (_lock)
        {
            _entered = null;
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _current.Dispose();
    }

    private void Look()
    {
        lock (_lock)
        {
            if (_entered is not { } entered)
            {
                return;
            }

            var time = entered.Usage.Time;
            if (time > _target.Limits.TimeOf(entered.Input) * Patience || GC.GetTotalMemory(forceFullCollection: false) > MostMemory)
            {
                _write(
                    new Finding(_target, _seed, entered.Number, entered.Input, new ExcessException("It does not come back"))
                    {
                        Shrinks = false,
                    }
                );
                Environment.Exit(ExitCode);
            }
        }
    }
}
