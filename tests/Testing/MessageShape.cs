using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace NewsEducator.Testing;

/// <summary>What a message looks like on the wire, and whether two versions of it can be read by either.</summary>
public static class MessageShape
{
    // As the outbox and the bus write.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <returns>A JSON schema.</returns>
    public static JsonNode Of(Type message) => Json.GetJsonSchemaAsNode(message);

    /// <summary>Replicas of both versions send and read: a version may add members that are not required and values of an
    /// enumeration.</summary>
    /// <returns>In words what one of them could not read; empty where both read both.</returns>
    public static IEnumerable<string> Differences(JsonNode? former, JsonNode? present, string path)
    {
        if (former is not JsonObject before || present is not JsonObject now)
        {
            return JsonNode.DeepEquals(former, present) ? [] : [$"{path} has changed from {former} to {present}"];
        }

        return before
            .Select(keyword => keyword.Key)
            .Union(now.Select(keyword => keyword.Key))
            .SelectMany(keyword =>
                keyword switch
                {
                    "properties" => Members(before[keyword] as JsonObject ?? [], now[keyword] as JsonObject ?? [], path),
                    "enum" => Values(before[keyword], now[keyword], path),
                    "required" => Required(before[keyword], now[keyword], path),
                    "items" or "additionalProperties" => Differences(before[keyword], now[keyword], $"{path}[]"),
                    _ => JsonNode.DeepEquals(before[keyword], now[keyword])
                        ? []
                        : [$"{path}: {keyword} has changed from {Text(before[keyword])} to {Text(now[keyword])}"],
                }
            );
    }

    private static IEnumerable<string> Members(JsonObject former, JsonObject present, string path) =>
        former.SelectMany(member =>
            present.TryGetPropertyValue(member.Key, out var now)
                ? Differences(member.Value, now, $"{path}.{member.Key}")
                : [$"{path}.{member.Key} is gone"]
        );

    /// <summary>A replica that does not know a new value sets the message aside as a dead letter, which is redriven later.</summary>
    private static IEnumerable<string> Values(JsonNode? former, JsonNode? present, string path)
    {
        var now = (present as JsonArray ?? []).Select(Text).ToHashSet();
        return (former as JsonArray ?? [])
            .Select(Text)
            .Where(value => !now.Contains(value))
            .Select(value => $"{path}: the value {value} is gone");
    }

    private static IEnumerable<string> Required(JsonNode? former, JsonNode? present, string path) =>
        Names(present).Except(Names(former)).Select(name => $"{path}.{name} is required, and the former version may leave it out");

    private static List<string> Names(JsonNode? required) => [.. (required as JsonArray ?? []).Select(name => name!.GetValue<string>())];

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "nothing";
}
