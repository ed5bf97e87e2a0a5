using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsEducator.Upstream.GitHub;

internal static class GitHubErrors
{
    public static JsonHttpResult<object> NotFound() => Error(404, "Not Found", "https://docs.github.com/rest");

    public static JsonHttpResult<object> Gone() =>
        Error(410, "This issue was deleted", "https://docs.github.com/rest/issues/issues#get-an-issue");

    public static IResult Moved(HttpResponse response, string location)
    {
        response.Headers.Location = location;
        return TypedResults.Json<object>(
            new
            {
                message = "Moved Permanently",
                url = location,
                documentation_url = "https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects",
            },
            statusCode: 301
        );
    }

    private static JsonHttpResult<object> Error(int status, string message, string documentation) =>
        TypedResults.Json<object>(
            new
            {
                message,
                documentation_url = documentation,
                status = $"{status}",
            },
            statusCode: status
        );
}
