namespace NewsEducator.Upstream.GitHub;

internal static class RenamedRepository
{
    public static async ValueTask<object?> Redirect(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var old = $"{request.RouteValues["owner"]}/{request.RouteValues["repo"]}";
        if (Repositories.NewNameOf(old) is not { } name)
        {
            return await next(context);
        }

        var rest = request.Path.Value![$"/github/repos/{old}".Length..];
        return GitHubErrors.Moved(context.HttpContext.Response, $"{ApiBase.Of(request).RepoById(name)}{rest}{request.QueryString}");
    }
}
