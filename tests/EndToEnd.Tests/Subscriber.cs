using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>A downstream system: a plain AMQP client that knows the exchange's name and nothing else of us.</summary>
internal sealed class Subscriber : IAsyncDisposable
{
    private const string Queue = "sub.test";

    private readonly IConnection _connection;
    private readonly ConcurrentQueue<Received> _received = [];

    private Subscriber(IConnection connection) => _connection = connection;

    internal sealed record Received(string RoutingKey, string? ContentType, IReadOnlyDictionary<string, string> Headers, JsonNode Body);

    public IReadOnlyCollection<Received> All => _received;

    public IEnumerable<Received> Digests => _received.Where(each => each.RoutingKey == "digest.published.v1");

    public static async Task<Subscriber> StartAsync(Uri messaging)
    {
        var factory = new ConnectionFactory
        {
            Uri = messaging,
            AutomaticRecoveryEnabled = true,
            TopologyRecoveryEnabled = true,
        };
        var subscriber = new Subscriber(await factory.CreateConnectionAsync());
        var channel = await subscriber._connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(Queue, "news-educator.digests", "#");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            var headers = (delivery.BasicProperties.Headers ?? new Dictionary<string, object?>()).ToDictionary(
                header => header.Key,
                header => header.Value is byte[] text ? Encoding.UTF8.GetString(text) : header.Value?.ToString() ?? ""
            );
            subscriber._received.Enqueue(
                new Received(delivery.RoutingKey, delivery.BasicProperties.ContentType, headers, JsonNode.Parse(delivery.Body.Span)!)
            );
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(Queue, autoAck: true, consumer);
        return subscriber;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
