using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;

namespace NewsEducator.ServiceDefaults.Http;

/// <summary>Expected refusals as RFC 9457 problems, in both languages, from a service's texts.</summary>
public static class TextProblem
{
    /// <param name="texts">Of the service.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="key">Of the text; also the problem's <c>code</c>.</param>
    /// <param name="arguments">Fill the places of the text.</param>
    public static ProblemHttpResult Of(TextCatalogue texts, int status, string key, params IEnumerable<object> arguments)
    {
        object[] named = [.. arguments];
        return TypedResults.Problem(
            detail: texts.Get(key, TextCatalogue.Chinese, named),
            statusCode: status,
            type: $"urn:news-educator:{key}",
            extensions: new Dictionary<string, object?> { ["code"] = key, ["detailEn"] = texts.Get(key, TextCatalogue.English, named) }
        );
    }
}
