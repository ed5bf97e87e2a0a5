using System.Collections.Concurrent;
using System.Threading.Channels;

namespace NewsEducator.Review.Live;

/// <summary>Hands each change to everybody who listens. Nobody's slowness costs anybody else more than one bounded buffer.</summary>
internal sealed class ChangeFeed
{
    private const int Buffer = 256;

    private readonly ConcurrentDictionary<Listener, byte> _listeners = new();

    public int Listeners => _listeners.Count;

    public Listener Listen()
    {
        var listener = new Listener(this);
        _listeners[listener] = 0;
        return listener;
    }

    public void Tell(Change change)
    {
        foreach (var (listener, _) in _listeners)
        {
            listener.Offer(change);
        }
    }

    public sealed class Listener(ChangeFeed feed) : IDisposable
    {
        private readonly Channel<Change> _changes = Channel.CreateBounded<Change>(Buffer);
        private int _missed;

        public ChannelReader<Change> Changes => _changes.Reader;

        /// <returns>Whether changes were dropped since it was asked last.</returns>
        public bool HasMissed() => Interlocked.Exchange(ref _missed, 0) == 1;

        public void Offer(Change change)
        {
            if (!_changes.Writer.TryWrite(change))
            {
                Volatile.Write(ref _missed, 1);
            }
        }

        public void Dispose() => feed._listeners.TryRemove(this, out _);
    }
}
