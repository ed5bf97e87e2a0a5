using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Events;
using NewsEducator.ServiceDefaults.Messaging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsEducator.Publisher.Replays;

/// <summary>Sends replayed events to one queue, which has to exist; each is sent once the broker has confirmed that the queue has
/// it.</summary>
internal sealed class ReplayQueue : IAsyncDisposable
{
    private const ushort NotFound = 404;

    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly string _queue;
    private readonly Uri _source;

    private ReplayQueue(IConnection connection, IChannel channel, string queue, Uri source) =>
        (_connection, _channel, _queue, _source) = (connection, channel, queue, source);

    /// <returns>Null where there is no such queue.</returns>
    public static async Task<ReplayQueue?> OpenAsync(
        string queue,
        IConfiguration configuration,
        IOptions<PublisherOptions> options,
        CancellationToken cancellationToken
    )
    {
        var connection = await BrokerConnection.OpenAsync(new Uri(configuration.GetConnectionString("messaging")!), cancellationToken);
        try
        {
            var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellationToken);
            await channel.ExchangeDeclareAsync(
                PublicEvent.ReplayExchange,
                ExchangeType.Direct,
                durable: true,
                cancellationToken: cancellationToken
            );
            await channel.QueueBindAsync(queue, PublicEvent.ReplayExchange, queue, cancellationToken: cancellationToken);
            return new ReplayQueue(connection, channel, queue, options.Value.PublicUrl);
        }
        catch (OperationInterruptedException refused) when (refused.ShutdownReason?.ReplyCode == NotFound)
        {
            await connection.DisposeAsync();
            return null;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="PublishException">The broker did not take it, or the queue is gone.</exception>
    public async Task SendAsync(ReplayedEvent replayed, CancellationToken cancellationToken)
    {
        var message = replayed.Message;
        var attributes = EventAttributes.Of(message)!;
        var properties = new BasicProperties
        {
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = attributes.Id.ToString(),
            Headers = attributes.Headers(_source, isReplay: true).ToDictionary(each => each.Key, each => (object?)each.Value),
        };
        await _channel.BasicPublishAsync(
            PublicEvent.ReplayExchange,
            _queue,
            mandatory: true,
            properties,
            JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), PublicEvents.Json),
            cancellationToken
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
