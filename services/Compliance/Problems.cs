using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Compliance.Texts;

namespace NewsEducator.Compliance;

/// <summary>Expected refusals as RFC 9457 problems, in both languages.</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(int status, string key, params IEnumerable<object> arguments)
    {
        object[] named = [.. arguments];
        return TypedResults.Problem(
            detail: Text.Get(key, Text.Chinese, named),
            statusCode: status,
            type: $"urn:news-educator:{key}",
            extensions: new Dictionary<string, object?> { ["code"] = key, ["detailEn"] = Text.Get(key, Text.English, named) });
    }
}
