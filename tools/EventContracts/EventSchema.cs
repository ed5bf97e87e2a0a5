using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsEducator.Contracts;

namespace NewsEducator.EventContracts;

/// <summary>The JSON Schema of an event's body, made of its record.</summary>
/// <remarks>Draft 7: what AsyncAPI and every validator know. Members that it does not name are allowed, as later versions add
/// some.</remarks>
internal static class EventSchema
{
    public const string Draft = "http://json-schema.org/draft-07/schema#";

    private static readonly RecordDocs Docs = new(typeof(PublicEvent).Assembly);

    // As on the wire, but for numbers, which the web's defaults would also read as text.
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static JsonObject Of(PublicEvent announced)
    {
        var body = Wire.GetJsonSchemaAsNode(
                announced.Content,
                new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe }
            )
            .AsObject();
        var schema = new JsonObject
        {
            ["$schema"] = Draft,
            ["$id"] = $"{announced.Type}.json",
            ["title"] = announced.Type,
        };
        foreach (var (name, value) in body)
        {
            schema[name] = value?.DeepClone();
        }

        schema["description"] = announced.Meaning;
        return schema;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject node)
        {
            return schema;
        }

        if (context.TypeInfo.Type.IsDefined(typeof(OpenEnumerationAttribute), inherit: false))
        {
            node = Open(node);
        }

        var member = context.PropertyInfo?.AttributeProvider as System.Reflection.MemberInfo;
        var text = (member is null ? null : Docs.Of(member)) ?? Docs.Of(context.TypeInfo.Type);
        if (text is null)
        {
            return node;
        }

        var described = new JsonObject { ["description"] = text };
        foreach (var (name, value) in node)
        {
            described[name] = value?.DeepClone();
        }

        return described;
    }

    private static JsonObject Open(JsonObject closed) => new() { ["type"] = "string", ["examples"] = closed["enum"]!.DeepClone() };
}
