using System.Text.Json.Nodes;

namespace NewsEducator.AppHost.Tests;

/// <summary>What <c>--publisher manifest</c> writes.</summary>
public sealed class Manifest
{
    private readonly JsonObject _resources;

    public Manifest()
    {
        using var folder = new TemporaryFolder();
        var file = folder.In("manifest.json");
        BuiltAppHost.Run("--publisher", "manifest", "--output-path", file);
        _resources = JsonNode.Parse(File.ReadAllText(file))!["resources"]!.AsObject();
    }

    public JsonObject Resources => _resources;

    public IReadOnlyList<string> Services => [.. _resources.Where(each => each.Value!["path"] is not null).Select(each => each.Key)];

    public IReadOnlyList<string> Databases =>
        [.. _resources.Select(each => each.Key).Where(name => name.EndsWith("db", StringComparison.Ordinal))];

    /// <returns>The settings of a service; what Aspire adds for programs in other languages has no double underscore.</returns>
    public IReadOnlyDictionary<string, string> SettingsOf(string service) =>
        _resources[service]!["env"]!
            .AsObject()
            .Where(variable => variable.Key.Contains("__", StringComparison.Ordinal))
            .ToDictionary(variable => variable.Key, variable => variable.Value!.GetValue<string>());

    /// <returns>The services whose addresses a service has.</returns>
    public IReadOnlyList<string> NeighboursOf(string service) =>
        [
            .. SettingsOf(service)
                .Keys.Where(name => name.StartsWith("services__", StringComparison.Ordinal))
                .Select(name => name.Split("__")[1]),
        ];
}
