using System.Text.Json;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>How the JSON of an upstream is read: a list element by element, and null is no value where one is needed.</summary>
internal static class UpstreamJson
{
    public static readonly JsonSerializerOptions CamelCase = Of(JsonNamingPolicy.CamelCase);

    public static readonly JsonSerializerOptions SnakeCase = Of(JsonNamingPolicy.SnakeCaseLower);

    private static JsonSerializerOptions Of(JsonNamingPolicy spelling) =>
        new(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = spelling,
            RespectNullableAnnotations = true,
            Converters = { new ListConverter() },
        };
}
