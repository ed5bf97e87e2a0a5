using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NewsEducator.Fuzzing.Inputs;
using NewsEducator.Fuzzing.Targets;

namespace NewsEducator.Fuzzing.Services;

/// <summary>Requests as an endpoint wants them, read from its handler: addresses, queries, bodies.</summary>
internal static partial class ApiRequests
{
    private const int Deepest = 5;
    private const string Id = "00000000-0000-0000-0000-000000000001";

    public static readonly string[] Words =
    [
        .. Json.Words,
        "/",
        "?",
        "&",
        "=",
        "%00",
        "%0a",
        "%ff",
        "%ed%a0%80",
        "%2f",
        "..",
        "%2e%2e/",
        "+",
        "&limit=-1",
        "&limit=2147483648",
        "&cursor=",
        "&cursor=AAAA",
        "&before=9223372036854775807",
        "&after=",
        "&date=0001-01-01",
        "&from=9999-12-31T23:59:59Z",
        "2026-02-30",
        "9999-12-31",
        Id,
        "text/markdown",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "GET ",
        "POST ",
        "PUT ",
        "DELETE ",
        "PATCH ",
        "HEAD ",
        "OPTIONS ",
    ];

    private static readonly (string Part, string MediaType, string Body)[] Documents =
    [
        ("/packs/import", "text/markdown", PackTargets.Example),
        (".md", "text/markdown", PackTargets.Example),
        ("/sources/diff", "application/yaml", Seeds.Read("sources.yaml")),
        ("/sources/diff", "text/x-opml", Seeds.Read("sources.opml")),
        ("/sources/import", "application/yaml", Seeds.Read("sources.yaml")),
        ("/sources/import", "text/x-opml", Seeds.Read("sources.opml")),
        ("/policy", "application/yaml", Seeds.Read("policy.yaml")),
        ("/hooks/github", "application/json", Seeds.Read("hook-issue.json")),
        ("/hooks/github", "application/json", Seeds.Read("hook-advisory.json")),
    ];

    /// <returns>One or more requests; none for what has no handler of ours.</returns>
    public static IEnumerable<string> Of(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        var handler = endpoint.Metadata.GetMetadata<MethodInfo>();
        var path = Parameter()
            .Replace($"/{endpoint.RoutePattern.RawText?.TrimStart('/')}", match => ValueOfRoute(match.Groups["name"].Value, match.Value));
        var parameters = (handler?.GetParameters() ?? []).SelectMany(Flat).ToList();
        var query = string.Join(
            '&',
            parameters
                .Where(each => IsSimple(each.Type) && !endpoint.RoutePattern.Parameters.Any(part => part.Name == each.Name))
                .Select(each => $"{each.Name}={ValueOf(each.Type, each.Name)}")
        );
        var body =
            endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type && !IsSimple(type)
                ? JsonOf(type, 0)?.ToJsonString() ?? "null"
                : "";
        var documents = Documents.Where(document => path.Contains(document.Part, StringComparison.Ordinal)).ToList();
        foreach (var method in methods.Where(method => method != "HEAD"))
        {
            yield return $"{method} {path}?{query}\napplication/json\n{(method is "GET" ? "" : body)}";
            foreach (var (_, mediaType, text) in method is "GET" ? [] : documents)
            {
                yield return $"{method} {path}?{query}\n{mediaType}\n{text}";
            }

            if (method is "POST" && parameters.Count > 0)
            {
                yield return $"{method} {path}\napplication/x-www-form-urlencoded\n{query}";
            }
        }
    }

    private static IEnumerable<(string Name, Type Type)> Flat(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<AsParametersAttribute>() is null && !IsForm(parameter)
            ? [(parameter.Name ?? "", parameter.ParameterType)]
            : parameter.ParameterType.GetProperties().Select(property => (property.Name, property.PropertyType));

    private static bool IsForm(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<FromFormAttribute>() is not null && !IsSimple(parameter.ParameterType);

    private static bool IsSimple(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive
            || plain.IsEnum
            || plain == typeof(string)
            || plain == typeof(Guid)
            || plain == typeof(DateOnly)
            || plain == typeof(DateTimeOffset)
            || plain == typeof(TimeSpan)
            || plain == typeof(decimal);
    }

    private static string ValueOfRoute(string name, string part) =>
        part.Contains("guid", StringComparison.Ordinal) ? Id
        : part.Contains("int", StringComparison.Ordinal) || part.Contains("long", StringComparison.Ordinal) ? "1"
        : name switch
        {
            "date" => "2026-03-09",
            "month" => "2026-03",
            "file" => "digest.atom",
            "service" => "review",
            _ => "name",
        };

    private static string ValueOf(Type type, string name)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(Guid) ? Id
            : plain == typeof(DateOnly) ? "2026-03-09"
            : plain == typeof(DateTimeOffset) ? "2026-03-09T10:00:00Z"
            : plain == typeof(TimeSpan) ? "00:10:00"
            : plain == typeof(bool) ? "true"
            : plain.IsEnum ? Enum.GetNames(plain)[0]
            : plain != typeof(string) ? "1"
            : name.Contains("url", StringComparison.OrdinalIgnoreCase) ? "https://github.com/northwind-labs/ledger/issues/1"
            : "text";
    }

    private static JsonNode? JsonOf(Type type, int depth)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (IsSimple(plain))
        {
            var value = ValueOf(plain, "");
            return plain == typeof(bool) ? JsonValue.Create(true)
                : plain.IsPrimitive || plain == typeof(decimal) ? JsonValue.Create(1)
                : JsonValue.Create(value);
        }

        if (depth > Deepest)
        {
            return null;
        }

        if (plain != typeof(string) && plain.IsAssignableTo(typeof(IEnumerable)))
        {
            var element = plain.IsArray ? plain.GetElementType()! : plain.GetGenericArguments().LastOrDefault() ?? typeof(string);
            return new JsonArray(JsonOf(element, depth + 1), JsonOf(element, depth + 1));
        }

        return new JsonObject(
            plain
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0)
                .Select(property =>
                    KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Name), JsonOf(property.PropertyType, depth + 1))
                )
        );
    }

    // {date}, {id:guid}, {**name}
    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(:[^{}]*(\{[^{}]*\}[^{}]*)*)?\}")]
    private static partial Regex Parameter();
}
