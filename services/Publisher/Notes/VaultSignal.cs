namespace NewsEducator.Publisher.Notes;

/// <summary>Wakes the writer in this process; those of other replicas look by themselves.</summary>
internal sealed class VaultSignal : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Rung already.
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _rung.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _rung.Dispose();
}
