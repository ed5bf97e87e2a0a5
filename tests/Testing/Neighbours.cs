using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;

namespace NewsEducator.Testing;

/// <summary>The services before and behind the one under test: they send, keep what is published, and the Collector serves snapshots to
/// whoever has the services' token, <c>service</c>.</summary>
public sealed class Neighbours : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Snapshot> _snapshots = new(StringComparer.Ordinal);
    private readonly WebApplication _collector = LoopbackHttp.New();
    private TimeSpan _pause;

    private Neighbours(KeptMessages messages)
    {
        Messages = messages;
        _collector.MapGet(
            "/api/snapshots/{id}",
            async (string id, HttpRequest request) =>
            {
                await Task.Delay(_pause, TimeProvider.System);
                return request.Headers.Authorization == "Bearer service" && _snapshots.TryGetValue(id, out var snapshot)
                    ? Results.Ok(snapshot)
                    : Results.NotFound();
            }
        );
    }

    public KeptMessages Messages { get; }

    public string CollectorAddress => _collector.Urls.First();

    /// <inheritdoc cref="KeptMessages.StartAsync"/>
    public static async Task<Neighbours> StartAsync(string messaging, Action<KeptMessages.Endpoint> keeps)
    {
        var neighbours = new Neighbours(await KeptMessages.StartAsync(messaging, keeps));
        await neighbours._collector.StartAsync();
        return neighbours;
    }

    public void AnswerAfter(TimeSpan pause) => _pause = pause;

    public void Serve(Snapshot snapshot) => _snapshots[snapshot.Id] = snapshot;

    /// <summary>The snapshot's retention ends.</summary>
    public void Forget(string snapshotId) => _snapshots.TryRemove(snapshotId, out _);

    public async ValueTask DisposeAsync()
    {
        await Messages.DisposeAsync();
        await _collector.DisposeAsync();
    }
}
