using System.Text.Json.Nodes;
using NewsEducator.Contracts;

namespace NewsEducator.EventContracts;

/// <summary>The AsyncAPI 3 document of the topic exchange. It describes the Publisher: <c>send</c> is what the product does.</summary>
internal static class AsyncApiDocument
{
    private const string JsonSchema = "application/schema+json;version=draft-07";
    private const string AmqpBinding = "0.3.0";

    public static JsonObject Build() =>
        new()
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = "NewsEducator: digests",
                ["version"] = "1.0.0",
                ["description"] =
                    "Public events of the Publisher on RabbitMQ: plain JSON with CloudEvents 1.0 attributes as headers. Delivery is at least once; "
                    + "a repeat has the same id. Only optional properties are ever added to a version.",
            },
            ["defaultContentType"] = "application/json",
            ["channels"] = Named(PublicEvent.All.Select(each => (each.Type, ChannelOf(each))).Append((ReplayName, Replays()))),
            ["operations"] = Named(
                PublicEvent
                    .All.Select(each => ($"send.{each.Type}", Send(each.Type, each.Meaning, [each])))
                    .Append(($"send.{ReplayName}", Send(ReplayName, "An operator asked for a range of digests again.", PublicEvent.All)))
            ),
            ["components"] = new JsonObject { ["messages"] = Named(PublicEvent.All.Select(each => (each.Type, MessageOf(each)))) },
        };

    private const string ReplayName = "replay";

    private static JsonObject ChannelOf(PublicEvent announced) =>
        Channel(announced.Type, announced.Meaning, [announced], PublicEvent.Exchange, "topic");

    private static JsonObject Replays()
    {
        var channel = Channel(
            "{queue}",
            "A range of digests as it is now, for one queue.",
            PublicEvent.All,
            PublicEvent.ReplayExchange,
            "direct"
        );
        channel["parameters"] = new JsonObject
        {
            ["queue"] = new JsonObject { ["description"] = "The queue that was named; it begins with sub." },
        };
        return channel;
    }

    private static JsonObject Channel(string address, string description, IEnumerable<PublicEvent> events, string exchange, string type) =>
        new()
        {
            ["address"] = address,
            ["description"] = description,
            ["messages"] = Named(events.Select(each => (each.Type, Reference($"#/components/messages/{each.Type}")))),
            ["bindings"] = Amqp(
                ("is", "routingKey"),
                (
                    "exchange",
                    new JsonObject
                    {
                        ["name"] = exchange,
                        ["type"] = type,
                        ["durable"] = true,
                        ["autoDelete"] = false,
                    }
                )
            ),
        };

    private static JsonObject Send(string channel, string summary, IEnumerable<PublicEvent> events) =>
        new()
        {
            ["action"] = "send",
            ["summary"] = summary,
            ["channel"] = Reference($"#/channels/{channel}"),
            ["messages"] = new JsonArray([.. events.Select(each => Reference($"#/channels/{channel}/messages/{each.Type}"))]),
            ["bindings"] = Amqp(("deliveryMode", 2), ("mandatory", true)),
        };

    private static JsonObject MessageOf(PublicEvent announced) =>
        new()
        {
            ["name"] = announced.Type,
            ["title"] = announced.Content.Name,
            ["summary"] = announced.Meaning,
            ["contentType"] = "application/json",
            ["headers"] = Headers(announced),
            ["payload"] = new JsonObject { ["schemaFormat"] = JsonSchema, ["schema"] = EventSchema.Of(announced) },
        };

    private static JsonObject Headers(PublicEvent announced) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = Named(
                EventHeader.All.Select(header => (header.Name, HeaderOf(header, announced))).Append((EventHeader.Sequence, Ignored()))
            ),
            ["required"] = new JsonArray([
                .. EventHeader.All.Where(header => header.IsAlwaysThere).Select(header => (JsonNode)header.Name),
            ]),
        };

    private static JsonObject Ignored() => new() { ["description"] = "The RabbitMQ client's own; ignore it." };

    private static JsonObject HeaderOf(EventHeader header, PublicEvent announced)
    {
        var schema = new JsonObject { ["description"] = header.Meaning, ["type"] = "string" };
        if (header.Format is { } format)
        {
            schema["format"] = format;
        }

        var only =
            header == EventHeader.Type ? announced.Type
            : header == EventHeader.SpecVersion ? "1.0"
            : header == EventHeader.Replay ? "true"
            : null;
        if (only is not null)
        {
            schema["const"] = only;
        }

        if (header == EventHeader.Subject)
        {
            schema["description"] = $"{char.ToUpperInvariant(announced.Subject[0])}{announced.Subject[1..]}.";
        }

        return schema;
    }

    private static JsonObject Amqp(params (string Name, JsonNode Value)[] values) =>
        new() { ["amqp"] = Named(values.Append(("bindingVersion", (JsonNode)AmqpBinding))) };

    private static JsonObject Reference(string pointer) => new() { ["$ref"] = pointer };

    private static JsonObject Named<T>(IEnumerable<(string Name, T Value)> values)
        where T : JsonNode => new(values.Select(each => new KeyValuePair<string, JsonNode?>(each.Name, each.Value)));
}
