using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Compliance.Texts;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Compliance;

/// <summary>Expected refusals, in the words of this service.</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(int status, string key, params IEnumerable<object> arguments) =>
        TextProblem.Of(Text.Catalogue, status, key, arguments);
}
