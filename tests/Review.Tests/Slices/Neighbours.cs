using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>The services around Review: they keep what it publishes, know three concepts, have the snapshots that a test puts there, and no
/// source to show.</summary>
internal sealed class Neighbours : IAsyncDisposable
{
    private readonly WebApplication _collector = LoopbackHttp.New();
    private readonly ConcurrentDictionary<string, Snapshot> _snapshots = new(StringComparer.Ordinal);

    private Neighbours(KeptMessages messages)
    {
        Messages = messages;
        _collector.MapGet(
            "/api/snapshots/{id}",
            (string id) =>
                _snapshots.TryGetValue(id, out var snapshot)
                    ? Results.Bytes(BundleJson.Write(snapshot), "application/json")
                    : Results.NotFound()
        );
        _collector.MapGet(
            "/api/concepts",
            () =>
                Results.Ok(
                    new Concept[]
                    {
                        new() { Key = "cache", Name = "缓存" },
                        new() { Key = "pool", Name = "连接池" },
                        new() { Key = Concept.NoneKey, Name = "无合适概念" },
                    }
                )
        );
        Publisher = new PublisherStub(_collector);
        _collector.MapGet("/api/sources", () => Results.Ok(Array.Empty<SourceOverview>()));
    }

    public KeptMessages Messages { get; }

    public PublisherStub Publisher { get; }

    public string CollectorAddress => _collector.Urls.First();

    public static async Task<Neighbours> StartAsync(string address)
    {
        var neighbours = new Neighbours(
            await KeptMessages.StartAsync(
                address,
                endpoint =>
                    endpoint
                        .Keep<ItemSubmitted>()
                        .Keep<CandidateEdited>()
                        .Keep<CandidateReturned>()
                        .Keep<ItemApproved>()
                        .Keep<ItemSkipped>()
                        .Keep<VerificationOpened>()
                        .Keep<PackReleased>()
                        .Keep<CorrectionApproved>()
                        .Keep<WithdrawalApproved>()
                        .Keep<PackAwaitsReview>()
                        .Keep<SourceCheckRequested>()
            )
        );
        await neighbours._collector.StartAsync();
        return neighbours;
    }

    public void Keep(Snapshot snapshot) => _snapshots[snapshot.Id] = snapshot;

    public async ValueTask DisposeAsync()
    {
        await Messages.DisposeAsync();
        await _collector.DisposeAsync();
    }
}
