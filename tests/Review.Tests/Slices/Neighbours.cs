using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using MassTransit;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>The services behind Review: they only keep what it publishes.</summary>
internal sealed class Neighbours : IAsyncDisposable
{
    private readonly IBusControl _bus;
    private readonly ConcurrentQueue<IMessage> _received = new();

    private Neighbours(string address) => _bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
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

    public static async Task<Neighbours> StartAsync(string address)
    {
        var neighbours = new Neighbours(address);
        await neighbours._bus.StartAsync();
        return neighbours;
    }

    public IEnumerable<T> Received<T>()
        where T : class, IMessage => _received.OfType<T>();

    public Task<T> ReceivedAsync<T>(Func<T, bool> about)
        where T : class, IMessage => Eventually.GetAsync(() => Task.FromResult(Received<T>().FirstOrDefault(about)), message => message is not null)!;

    public async ValueTask DisposeAsync() => await _bus.StopAsync();

    private Task Keep<T>(ConsumeContext<T> context)
        where T : class, IMessage
    {
        _received.Enqueue(context.Message);
        return Task.CompletedTask;
    }
}
