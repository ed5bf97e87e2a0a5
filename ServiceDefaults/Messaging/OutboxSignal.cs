namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Wakes this process's relay when an outbox row was committed.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Dispose() => _rung.Dispose();

    internal void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rang already and nobody has looked yet; one look finds both rows.
        }
    }

    /// <returns>Whether it rang.</returns>
    internal Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _rung.WaitAsync(atMost, cancellationToken);
}
