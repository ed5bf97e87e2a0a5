using System.Net.Http.Json;
using System.Text.Json;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>The document as clients read it.</summary>
internal sealed record OpenApiDocument(JsonElement Root, IReadOnlyList<OpenApiDocument.Operation> Operations)
{
    public static async Task<OpenApiDocument> ReadAsync(ReviewApp app)
    {
        using var client = app.ClientOf("viewer");
        var root = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);
        return new OpenApiDocument(
            root,
            [
                .. root.GetProperty("paths")
                    .EnumerateObject()
                    .Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal))
                    .SelectMany(path =>
                        path.Value.EnumerateObject()
                            .Select(operation => new Operation(path.Name, operation.Name.ToUpperInvariant(), operation.Value))
                    ),
            ]
        );
    }

    internal sealed record Operation(string Path, string Method, JsonElement Json)
    {
        public string Id => Json.GetProperty("operationId").GetString()!;

        /// <summary>The least role that may call it.</summary>
        public string Role => Json.GetProperty("security")[0].GetProperty("bearer")[0].GetString()!;

        /// <summary>An address of nothing that there is.</summary>
        public string Address =>
            Path.Replace("{date}", "2019-01-01", StringComparison.Ordinal)
                .Replace("{id}", "00000000-0000-0000-0000-000000000001", StringComparison.Ordinal);

        public bool IsSafe => Method == "GET";
    }
}
