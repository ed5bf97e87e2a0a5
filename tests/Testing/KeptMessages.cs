using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using MassTransit;
using NewsEducator.Contracts;

namespace NewsEducator.Testing;

/// <summary>A bus beside the service under test, which keeps what that publishes, in its order, and sends what neighbours would send.</summary>
public sealed class KeptMessages : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<IMessage> _received = new();
    private readonly IBusControl _bus;

    private KeptMessages(string messaging, Action<Endpoint> keeps) =>
        _bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(messaging));
            rabbit.Publish<IMessage>(message => message.Exclude = true);
            rabbit.Publish<IAnnouncement>(message => message.Exclude = true);
            rabbit.ConfigureJsonSerializerOptions(json =>
            {
                json.Converters.Add(new JsonStringEnumConverter());
                return json;
            });
            rabbit.ReceiveEndpoint(
                "neighbours",
                endpoint =>
                {
                    endpoint.ConcurrentMessageLimit = 1;
                    keeps(new Endpoint(endpoint, _received));
                }
            );
        });

    /// <param name="messaging">The virtual host of the service under test.</param>
    /// <param name="keeps">Names the messages to keep.</param>
    public static async Task<KeptMessages> StartAsync(string messaging, Action<Endpoint> keeps)
    {
        var kept = new KeptMessages(messaging, keeps);
        await kept._bus.StartAsync();
        return kept;
    }

#pragma warning disable RS0030 // No database of a test holds state that a message could belong to.
    public Task SendAsync<T>(T message)
        where T : class => _bus.Publish(message);
#pragma warning restore RS0030

    public IEnumerable<T> Received<T>()
        where T : class, IMessage => _received.OfType<T>();

    /// <summary>Waits for one message.</summary>
    public Task<T> ReceivedAsync<T>(Func<T, bool> about)
        where T : class, IMessage =>
        Eventually.GetAsync(() => Task.FromResult(Received<T>().FirstOrDefault(about)), message => message is not null)!;

    /// <summary>Waits for so many messages, and a moment longer for one too many.</summary>
    public async Task<IReadOnlyList<T>> ReceivedAsync<T>(Func<T, bool> about, int count)
        where T : class, IMessage
    {
        var start = TimeProvider.System.GetTimestamp();
        while (Received<T>().Count(about) < count && TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            await Task.Delay(Moment, TimeProvider.System, CancellationToken.None);
        }

        await Task.Delay(Moment, TimeProvider.System, CancellationToken.None);
        return [.. Received<T>().Where(about)];
    }

    public async ValueTask DisposeAsync() => await _bus.StopAsync();

    public sealed class Endpoint(IReceiveEndpointConfigurator endpoint, ConcurrentQueue<IMessage> received)
    {
        public Endpoint Keep<T>()
            where T : class, IMessage
        {
            endpoint.Handler<T>(context =>
            {
                received.Enqueue(context.Message);
                return Task.CompletedTask;
            });
            return this;
        }
    }
}
