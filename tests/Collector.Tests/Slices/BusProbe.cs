using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using MassTransit;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>A neighbour on the bus: it sends, and keeps what the Collector publishes.</summary>
internal sealed class BusProbe : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly IBusControl _bus;
    private readonly ConcurrentQueue<IMessage> _received = new();

    private BusProbe(string address) => _bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
    {
        rabbit.Host(new Uri(address));
        rabbit.Publish<IMessage>(message => message.Exclude = true);
        rabbit.ConfigureJsonSerializerOptions(json =>
        {
            json.Converters.Add(new JsonStringEnumConverter());
            return json;
        });
        rabbit.ReceiveEndpoint("probe", endpoint =>
        {
            endpoint.Handler<ItemCollected>(Keep);
            endpoint.Handler<ItemDropped>(Keep);
            endpoint.Handler<SourceFailed>(Keep);
            endpoint.Handler<ItemRevisited>(Keep);
            endpoint.Handler<ItemWithdrawn>(Keep);
        });
    });

    public static async Task<BusProbe> StartAsync(string address)
    {
        var probe = new BusProbe(address);
        await probe._bus.StartAsync();
        return probe;
    }

#pragma warning disable RS0030 // This neighbour has no database whose state a message could belong to.
    public Task SendAsync<T>(T message)
        where T : class => _bus.Publish(message);
#pragma warning restore RS0030

    /// <summary>Waits until so many messages came that the test is about.</summary>
    public async Task<IReadOnlyList<T>> ReceivedAsync<T>(int count, Func<T, bool> about)
        where T : class, IMessage
    {
        List<T> Found() => [.. _received.OfType<T>().Where(about)];
        await EventuallyAsync(() => Task.FromResult(Found().Count >= count));

        // One more than expected comes a moment later, if it comes.
        await Task.Delay(Moment, TimeProvider.System, TestContext.Current.CancellationToken);
        var found = Found();
        found.Count.ShouldBe(count, $"{typeof(T).Name} received");
        return found;
    }

    /// <summary>Waits until it is so, or goes on without.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await isSo() && TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            await Task.Delay(Moment, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync() => await _bus.StopAsync();

    private Task Keep<T>(ConsumeContext<T> context)
        where T : class, IMessage
    {
        _received.Enqueue(context.Message);
        return Task.CompletedTask;
    }
}
