using System.Collections.Concurrent;
using System.Runtime.Versioning;
using System.Text.Json.Serialization;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsEducator.Contracts;
using Xunit;

[assembly: SupportedOSPlatform("linux")]

namespace NewsEducator.Compliance.Tests.Slices;

/// <summary>The services before and behind this one: they send, serve snapshots, and keep what is published.</summary>
internal sealed class Neighbours : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, Snapshot> _snapshots = new();
    private readonly ConcurrentQueue<IMessage> _received = new();
    private TimeSpan _pause;
    private readonly IBusControl _bus;
    private readonly WebApplication _collector;

    private Neighbours(string messaging)
    {
        _bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(messaging));
            rabbit.Publish<IMessage>(message => message.Exclude = true);
            rabbit.ConfigureJsonSerializerOptions(json =>
            {
                json.Converters.Add(new JsonStringEnumConverter());
                return json;
            });
            rabbit.Publish<IAnnouncement>(message => message.Exclude = true);
            rabbit.ReceiveEndpoint("next", endpoint =>
            {
                endpoint.Handler<ItemScreened>(Keep);
                endpoint.Handler<RevisitRequested>(Keep);
                endpoint.Handler<EvidenceLost>(Keep);
            });
        });
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        _collector = builder.Build();
        _collector.MapGet("/api/snapshots/{id}", async (string id, HttpRequest request) =>
        {
            await Task.Delay(_pause, TimeProvider.System);
            return request.Headers.Authorization == "Bearer service" && _snapshots.TryGetValue(id, out var snapshot) ? Results.Ok(snapshot) : Results.NotFound();
        });
    }

    public string CollectorAddress => _collector.Urls.First();

    public static async Task<Neighbours> StartAsync(string messaging)
    {
        var neighbours = new Neighbours(messaging);
        await neighbours._bus.StartAsync();
        await neighbours._collector.StartAsync();
        return neighbours;
    }

    public void AnswerAfter(TimeSpan pause) => _pause = pause;

    /// <summary>The snapshot's retention ends.</summary>
    public void Forget(string snapshotId) => _snapshots.TryRemove(snapshotId, out _);

    public void Serve(Snapshot snapshot) => _snapshots[snapshot.Id] = snapshot;

#pragma warning disable RS0030 // These neighbours have no database whose state a message could belong to.
    public Task SendAsync<T>(T message)
        where T : class => _bus.Publish(message, TestContext.Current.CancellationToken);
#pragma warning restore RS0030

    public Task<IReadOnlyList<ItemScreened>> ReceivedAsync(Guid candidateId, int count) =>
        ReceivedAsync<ItemScreened>(message => message.CandidateId == candidateId, count);

    /// <summary>Waits for so many messages, and a moment longer for one too many.</summary>
    public async Task<IReadOnlyList<T>> ReceivedAsync<T>(Func<T, bool> about, int count)
        where T : IMessage
    {
        List<T> Found() => [.. _received.OfType<T>().Where(about)];
        var start = TimeProvider.System.GetTimestamp();
        while (Found().Count < count && TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            await Task.Delay(Moment, TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await Task.Delay(Moment, TimeProvider.System, TestContext.Current.CancellationToken);
        return Found();
    }

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync();
        await _collector.DisposeAsync();
    }

    private Task Keep<T>(ConsumeContext<T> context)
        where T : class, IMessage
    {
        _received.Enqueue(context.Message);
        return Task.CompletedTask;
    }
}
