using System.Collections.Concurrent;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Tests.Upstreams;

/// <summary>Lets everybody through and keeps what the hosts asked for; the real gate has tests of its own.</summary>
internal sealed class OpenGate : IHostGate
{
    public ConcurrentQueue<(HostPool Pool, RateLimitSignal Pause)> Pauses { get; } = new();

    public Task<IHostTurn> EnterAsync(HostPool pool, CancellationToken cancellationToken) =>
        Task.FromResult<IHostTurn>(new Turn(this, pool));

    private sealed class Turn(OpenGate gate, HostPool pool) : IHostTurn
    {
        public Task AnsweredAsync(RateLimitSignal? pause)
        {
            if (pause is not null)
            {
                gate.Pauses.Enqueue((pool, pause));
            }

            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => default;
    }
}
