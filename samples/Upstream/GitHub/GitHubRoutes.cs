namespace NewsEducator.Upstream.GitHub;

internal static class GitHubRoutes
{
    public static void MapGitHub(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/github").AddEndpointFilter(app.ServiceProvider.GetRequiredService<RateLimit>());
        api.MapGet("/advisories", Advisories.List);
        api.MapGet("/advisories/{ghsa}", Advisories.Get);
        api.MapGet("/search/issues", IssueSearch.Search);
        api.MapPost("/graphql", Discussions.Query);

        var repository = api.MapGroup("/repos/{owner}/{repo}").AddEndpointFilter(RenamedRepository.Redirect);
        repository.MapGet("/issues", Issues.List);
        repository.MapGet("/issues/{number:int}", Issues.Get);
        repository.MapGet("/issues/{number:int}/comments", Issues.Comments);
        repository.MapGet("/releases", Releases.List);
        repository.MapGet("/security-advisories", Advisories.ListOfRepository);
        repository.MapGet("/security-advisories/{ghsa}", Advisories.GetOfRepository);
        api.MapFallback("{**path}", GitHubErrors.NotFound);
    }
}
