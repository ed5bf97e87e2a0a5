using System.Globalization;
using MassTransit;
using MassTransit.Serialization;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Events;

/// <summary>What leaves the product: plain JSON on one topic exchange, with CloudEvents 1.0 attributes (AMQP binding, binary mode).</summary>
internal static class PublicEvents
{
    public const string Exchange = "news-educator.digests";
    private const string DigestPublishedKey = "digest.published.v1";
    private const string CardDraftedKey = "card.drafted.v1";
    private static readonly SystemTextJsonRawMessageSerializer PlainJson = new(RawSerializerOptions.AnyMessageType);

    public static void ConfigureTopology(IRabbitMqBusFactoryConfigurator bus)
    {
        // A subscriber may only bind to the exchange, so it is there before anything is published.
        bus.DeployPublishTopology = true;
        Configure<DigestPublished>(bus, DigestPublishedKey);
        Configure<CardDrafted>(bus, CardDraftedKey);
    }

    /// <summary>Shapes an outgoing message where it is a public event; leaves the product's own messages as they are.</summary>
    public static void Shape(SendContext context, object message, Uri source)
    {
        switch (message)
        {
            case DigestPublished digest:
                Shape(context, DigestPublishedKey, digest.Id, digest.PublishedAt, digest.Date.ToString("O"), source);
                break;
            case CardDrafted card:
                Shape(context, CardDraftedKey, card.Id, card.DraftedAt, card.ItemId.ToString(), source);
                break;
        }
    }

    private static void Configure<T>(IRabbitMqBusFactoryConfigurator bus, string routingKey)
        where T : class
    {
        bus.Message<T>(message => message.SetEntityName(Exchange));
        bus.Publish<T>(publish => publish.ExchangeType = "topic");
        bus.Send<T>(send => send.UseRoutingKeyFormatter(_ => routingKey));
    }

    private static void Shape(SendContext context, string type, Guid id, DateTimeOffset time, string subject, Uri source)
    {
        context.Serializer = PlainJson;
        context.Headers.Set("cloudEvents:specversion", "1.0");
        context.Headers.Set("cloudEvents:type", type);
        context.Headers.Set("cloudEvents:id", id.ToString());
        context.Headers.Set("cloudEvents:source", source.ToString());
        context.Headers.Set("cloudEvents:subject", subject);
        context.Headers.Set("cloudEvents:time", time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", CultureInfo.InvariantCulture));
    }
}
