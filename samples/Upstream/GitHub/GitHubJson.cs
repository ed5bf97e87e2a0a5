using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsEducator.Upstream.GitHub;

internal static class GitHubJson
{
    /// <summary>The REST API: snake_case, non-ASCII text as it is.</summary>
    public static readonly JsonSerializerOptions Rest = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The GraphQL API: camelCase.</summary>
    public static readonly JsonSerializerOptions GraphQl = new(Rest) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Time(DateTimeOffset? at) => at is null ? null : Time(at.Value);
}
