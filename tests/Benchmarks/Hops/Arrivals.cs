namespace NewsEducator.Benchmarks.Hops;

/// <summary>Counts the messages of a walk that have made their last hop.</summary>
public sealed class Arrivals
{
    private TaskCompletionSource _all = new();
    private int _missing;

    public Task Expect(int count)
    {
        _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _missing, count);
        return _all.Task;
    }

    public void Add()
    {
        if (Interlocked.Decrement(ref _missing) == 0)
        {
            _all.SetResult();
        }
    }
}
