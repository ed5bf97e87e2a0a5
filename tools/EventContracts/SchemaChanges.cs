using System.Text.Json.Nodes;

namespace NewsEducator.EventContracts;

/// <summary>Finds what would break a subscriber: a message of the new schema that the published one does not allow.</summary>
internal static class SchemaChanges
{
    /// <returns>Each break with its place; empty where every new message is valid under the published schema.</returns>
    public static List<string> Breaking(JsonObject published, JsonObject current) => [.. Compare(published, current, "$")];

    private static IEnumerable<string> Compare(JsonObject published, JsonObject current, string place)
    {
        foreach (var type in Words(current["type"]).Except(Words(published["type"])))
        {
            yield return $"{place} may now be {type}";
        }

        foreach (var value in published["enum"] is null ? [] : Words(current["enum"]).Except(Words(published["enum"])))
        {
            yield return $"{place} may now be \"{value}\"";
        }

        if (published["enum"] is not null && current["enum"] is null)
        {
            yield return $"{place} may now be anything";
        }

        if ((string?)published["format"] is { } format && (string?)current["format"] != format)
        {
            yield return $"{place} is no longer a {format}";
        }

        foreach (var name in Words(published["required"]).Except(Words(current["required"])))
        {
            yield return $"{place}.{name} may now be missing";
        }

        foreach (var (name, before) in Properties(published))
        {
            if (current["properties"]?[name] is not JsonObject now)
            {
                yield return $"{place}.{name} is gone";
                continue;
            }

            foreach (var change in Compare(before!.AsObject(), now, $"{place}.{name}"))
            {
                yield return change;
            }
        }

        if (published["items"] is JsonObject entry && current["items"] is JsonObject entryNow)
        {
            foreach (var change in Compare(entry, entryNow, $"{place}[]"))
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(JsonObject schema) =>
        schema["properties"] as JsonObject ?? Enumerable.Empty<KeyValuePair<string, JsonNode?>>();

    // "type" is a word or a list of words.
    private static IEnumerable<string> Words(JsonNode? node) =>
        node switch
        {
            JsonArray several => several.Select(each => $"{each}"),
            null => [],
            _ => [$"{node}"],
        };
}
