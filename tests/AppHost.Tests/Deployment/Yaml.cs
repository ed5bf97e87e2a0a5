using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>YAML as JSON, anchors and merge keys resolved; all scalars are strings.</summary>
internal static class Yaml
{
    private static readonly IDeserializer Reader = new DeserializerBuilder().Build();
    private static readonly ISerializer Json = new SerializerBuilder().JsonCompatible().Build();

    public static IReadOnlyList<JsonObject> Read(string text)
    {
        var parser = new MergingParser(new Parser(new StringReader(text)));
        parser.Consume<StreamStart>();
        var documents = new List<JsonObject>();
        while (parser.Accept<DocumentStart>(out _))
        {
            documents.Add(JsonNode.Parse(Json.Serialize(Reader.Deserialize(parser)))!.AsObject());
        }

        return documents;
    }

    public static string Text(this JsonNode? node) => node!.GetValue<string>();
}
