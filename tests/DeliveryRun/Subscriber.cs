using System.Text.Json.Nodes;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace NewsEducator.DeliveryRun;

/// <summary>A subscriber of the broker with a durable queue: keeps what came, then acknowledges it.</summary>
internal static class Subscriber
{
    public const string Name = "subscriber";
    private const string Exchange = "news-educator.digests";
    private const string Queue = "sub.delivery-run";
    private const ushort Prefetch = 16;

    public static async Task RunAsync(string messaging, string file)
    {
        using var seen = new SeenFile(file);
        await using var connection = await new ConnectionFactory { Uri = new Uri(messaging) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(Queue, Exchange, "digest.#");
        await channel.BasicQosAsync(0, Prefetch, global: false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            seen.Add(Events.Of(JsonNode.Parse(delivery.Body.Span)!));
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        };
        await channel.BasicConsumeAsync(Queue, autoAck: false, consumer);
        Console.WriteLine(Receiver.Listening);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
    }
}
