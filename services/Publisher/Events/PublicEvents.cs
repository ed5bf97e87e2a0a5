using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MassTransit;
using MassTransit.Serialization;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Events;

/// <summary>How a public event is sent: plain JSON on one topic exchange, with CloudEvents 1.0 attributes (AMQP binding, binary
/// mode).</summary>
internal static class PublicEvents
{
    /// <summary>The body of an event, wherever it is sent to.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Nobody has to subscribe, yet what reaches no queue counts as not sent. This queue takes everything and keeps nothing.
    private const string Sink = "publisher-events-sink";

    private static readonly SystemTextJsonRawMessageSerializer PlainJson = new(RawSerializerOptions.AnyMessageType);

    /// <summary>What a subscriber can ask for.</summary>
    public static IEnumerable<string> Types => PublicEvent.All.Select(announced => announced.Type);

    public static void ConfigureTopology(IRabbitMqBusFactoryConfigurator bus)
    {
        // A subscriber may only bind to the exchange, so it is there before anything is published.
        bus.DeployPublishTopology = true;
        Configure<DigestPublished>(bus);
        Configure<DigestRevised>(bus);
        Configure<ItemRetracted>(bus);
        Configure<CardDrafted>(bus);
    }

    /// <summary>Shapes an outgoing message where it is a public event; leaves the product's own messages as they are.</summary>
    public static void Shape(SendContext context, object message, Uri source)
    {
        if (EventAttributes.Of(message) is not { } attributes)
        {
            return;
        }

        context.Serializer = PlainJson;
        foreach (var (name, value) in attributes.Headers(source))
        {
            context.Headers.Set(name, value);
        }

        if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
        {
            rabbit.Mandatory = true;
        }
    }

    private static void Configure<T>(IRabbitMqBusFactoryConfigurator bus)
        where T : class
    {
        var type = PublicEvent.Of(typeof(T))!.Type;
        bus.Message<T>(message => message.SetEntityName(PublicEvent.Exchange));
        bus.Publish<T>(publish =>
        {
            publish.ExchangeType = "topic";
            publish.BindQueue(
                PublicEvent.Exchange,
                Sink,
                queue =>
                {
                    queue.ExchangeType = "topic";
                    queue.RoutingKey = "#";
                    queue.SetQueueArgument("x-message-ttl", 0);
                }
            );
        });
        bus.Send<T>(send => send.UseRoutingKeyFormatter(_ => type));
    }
}
