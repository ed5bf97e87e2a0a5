using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace NewsEducator.ServiceDefaults.Http;

/// <summary>What is wrong with a request that could not be read, in words of HTTP and JSON: the framework's name types of our code.</summary>
internal static partial class BadRequestText
{
    public static string Of(BadHttpRequestException bad) =>
        bad.InnerException is JsonException json ? $"The body cannot be read. {Of(json)}"
        : Absent().IsMatch(bad.Message) ? "A body of JSON is needed."
        : Parameter().Replace(bad.Message, "parameter \"$1\"");

    /// <summary>Of an optional parameter that cannot be read the framework says nothing but 400.</summary>
    /// <returns>Null where there is no parameter.</returns>
    public static string? Of(IQueryCollection query) =>
        query.Count == 0
            ? null
            : $"A parameter of the address is of another kind than expected: {string.Join(", ", query.Keys.Order(StringComparer.Ordinal))}.";

    private static string Of(JsonException json)
    {
        var said = Unknown().Replace(json.Message, " is not known here.");
        said = Missing().Replace(said, "These properties are missing: ");
        said = Wrong().Replace(said, "is of another kind than expected");
        return Repeated().Replace(said, "Property $1 stands twice.");
    }

    [GeneratedRegex(@"\bno body was provided\b", RegexOptions.CultureInvariant)]
    private static partial Regex Absent();

    [GeneratedRegex("""parameter "[^"]*?(\w+)"(?: from the request body as JSON)?""", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex(@" could not be mapped to any \.NET member contained in type '[^']*'\.", RegexOptions.CultureInvariant)]
    private static partial Regex Unknown();

    [GeneratedRegex("JSON deserialization for type '[^']*' was missing required properties including: ", RegexOptions.CultureInvariant)]
    private static partial Regex Missing();

    [GeneratedRegex(@"could not be converted to [^\s]+(?=\.(?:\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Wrong();

    [GeneratedRegex(@"Duplicate property ('[^']*') encountered during deserialization of type '[^']*'\.", RegexOptions.CultureInvariant)]
    private static partial Regex Repeated();
}
