using System.Text.Json.Nodes;

namespace NewsEducator.Publisher.Tests.Contracts;

/// <summary>Which members of a schema were seen, and which members were seen that it does not name.</summary>
internal sealed class SchemaCoverage
{
    private readonly HashSet<string> _named = [];
    private readonly HashSet<string> _seen = [];

    public IEnumerable<string> NeverSeen => _named.Except(_seen);

    public IEnumerable<string> NotNamed => _seen.Except(_named);

    public void Schema(string place, JsonNode schema)
    {
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            _named.Add($"{place}.{name}");
            Schema($"{place}.{name}", member!);
        }

        if (schema["items"] is { } items)
        {
            Schema($"{place}[]", items);
        }
    }

    public void Instance(string place, JsonNode? instance)
    {
        foreach (var (name, member) in instance as JsonObject ?? [])
        {
            _seen.Add($"{place}.{name}");
            Instance($"{place}.{name}", member);
        }

        foreach (var entry in instance as JsonArray ?? [])
        {
            Instance($"{place}[]", entry);
        }
    }
}
