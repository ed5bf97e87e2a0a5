using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>The services around Review: they keep what it publishes, and have no snapshot and no source to show.</summary>
internal sealed class Neighbours : IAsyncDisposable
{
    private readonly IBusControl _bus;
    private readonly WebApplication _collector;
    private readonly ConcurrentQueue<IMessage> _received = new();

    private Neighbours(string address)
    {
        _bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(address));
            rabbit.ConfigureJsonSerializerOptions(json =>
            {
                json.Converters.Add(new JsonStringEnumConverter());
                return json;
            });
            rabbit.ReceiveEndpoint("neighbours", endpoint =>
            {
                // One after the other: what is kept is kept in the order in which it was sent.
                endpoint.ConcurrentMessageLimit = 1;
                endpoint.Handler<ItemSubmitted>(Keep);
                endpoint.Handler<CandidateEdited>(Keep);
                endpoint.Handler<CandidateReturned>(Keep);
                endpoint.Handler<ItemApproved>(Keep);
                endpoint.Handler<ItemSkipped>(Keep);
                endpoint.Handler<VerificationOpened>(Keep);
                endpoint.Handler<PackReleased>(Keep);
            });
        });
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _collector = builder.Build();
        _collector.MapGet("/api/snapshots/{id}", () => Results.NotFound());
        _collector.MapGet("/api/sources", () => Results.Ok(Array.Empty<SourceStanding>()));
    }

    public string CollectorAddress => _collector.Urls.First();

    public static async Task<Neighbours> StartAsync(string address)
    {
        var neighbours = new Neighbours(address);
        await neighbours._bus.StartAsync();
        await neighbours._collector.StartAsync();
        return neighbours;
    }

    public IEnumerable<T> Received<T>()
        where T : class, IMessage => _received.OfType<T>();

    public Task<T> ReceivedAsync<T>(Func<T, bool> about)
        where T : class, IMessage => Eventually.GetAsync(() => Task.FromResult(Received<T>().FirstOrDefault(about)), message => message is not null)!;

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
