using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Review.Texts;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review;

/// <summary>Expected refusals, in the words of this service.</summary>
internal static class Problems
{
    public static ProblemHttpResult Conflict(string key, params IEnumerable<object> arguments) =>
        Of(StatusCodes.Status409Conflict, key, arguments);

    public static ProblemHttpResult Of(int status, string key, params IEnumerable<object> arguments) =>
        TextProblem.Of(Text.Catalogue, status, key, arguments);
}
