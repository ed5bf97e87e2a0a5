using System.Diagnostics.Metrics;

namespace NewsEducator.Testing;

/// <summary>Counts what the reconciler of this process says it sent again to one stage.</summary>
public sealed class SentAgain : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    /// <param name="next">The stage.</param>
    public SentAgain(string next)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "newseducator.reconcile.sent_again")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(
            (_, count, tags, _) =>
            {
                foreach (var tag in tags)
                {
                    if (tag is { Key: "next", Value: string stage } && stage == next)
                    {
                        Interlocked.Add(ref _count, count);
                    }
                }
            }
        );
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
