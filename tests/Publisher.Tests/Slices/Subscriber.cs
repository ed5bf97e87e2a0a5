using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>A plain AMQP client: it hears the public events as any downstream system does, and the answer that is meant for
/// Review.</summary>
internal sealed class Subscriber : IAsyncDisposable
{
    private const string Answers = "NewsEducator.Contracts:PackPublished";
    private static readonly string[] Others = ["NewsEducator.Contracts:ItemRevised", "NewsEducator.Contracts:ErrorReported"];

    private readonly IConnection _connection;
    private readonly ConcurrentQueue<Delivery> _deliveries = [];

    private Subscriber(IConnection connection) => _connection = connection;

    internal sealed record Delivery(
        string Exchange,
        string RoutingKey,
        string? ContentType,
        string? MessageId,
        IReadOnlyDictionary<string, string> Headers,
        JsonNode Body
    );

    public IEnumerable<Delivery> Events => _deliveries.Where(delivery => delivery.Exchange == "news-educator.digests");

    public static async Task<Subscriber> StartAsync(Uri messaging)
    {
        var subscriber = new Subscriber(await new ConnectionFactory { Uri = messaging }.CreateConnectionAsync());
        var channel = await subscriber._connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync("news-educator.digests", "topic", durable: true);
        await channel.ExchangeDeclareAsync(Answers, "fanout", durable: true);
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, "news-educator.digests", "#");
        await channel.QueueBindAsync(queue, Answers, "");
        foreach (var exchange in Others)
        {
            await channel.ExchangeDeclareAsync(exchange, "fanout", durable: true);
            await channel.QueueBindAsync(queue, exchange, "");
        }

        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, arrived) =>
        {
            subscriber.Keep(arrived);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
        return subscriber;
    }

    public IEnumerable<Delivery> EventsOf(DateOnly date, string routingKey) =>
        Events.Where(delivery =>
            delivery.RoutingKey == routingKey
            && DateIn(delivery, routingKey.StartsWith("digest.", StringComparison.Ordinal) ? "date" : "digestDate") == date
        );

    /// <summary>The bodies of the answers to Review about a day, without MassTransit's envelope.</summary>
    public IEnumerable<JsonNode> AnswersOf(DateOnly date) =>
        _deliveries
            .Where(delivery => delivery.Exchange == Answers)
            .Select(delivery => delivery.Body["message"]!)
            .Where(message => DateOnly.Parse((string)message["packDate"]!, System.Globalization.CultureInfo.InvariantCulture) == date);

    /// <summary>What was sent to Review and Compliance about an item, without MassTransit's envelope.</summary>
    public IEnumerable<JsonNode> MessagesOf(string type, Guid itemId) =>
        _deliveries
            .Where(delivery => delivery.Exchange.EndsWith($":{type}", StringComparison.Ordinal))
            .Select(delivery => delivery.Body["message"]!)
            .Where(message => (Guid)message["itemId"]! == itemId);

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    private static DateOnly DateIn(Delivery delivery, string field) =>
        DateOnly.Parse((string)delivery.Body[field]!, System.Globalization.CultureInfo.InvariantCulture);

    private void Keep(BasicDeliverEventArgs arrived) =>
        _deliveries.Enqueue(
            new Delivery(
                arrived.Exchange,
                arrived.RoutingKey,
                arrived.BasicProperties.ContentType,
                arrived.BasicProperties.MessageId,
                (arrived.BasicProperties.Headers ?? new Dictionary<string, object?>()).ToDictionary(
                    header => header.Key,
                    header => header.Value is byte[] text ? Encoding.UTF8.GetString(text) : $"{header.Value}"
                ),
                JsonNode.Parse(arrived.Body.Span)!
            )
        );
}
