using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.GitHub;

internal static class Issues
{
    public static IResult List(
        string owner,
        string repo,
        [AsParameters] IssueFilter filter,
        [AsParameters] Paging paging,
        SampleDay day,
        HttpContext context
    )
    {
        var name = $"{owner}/{repo}";
        if (!Repositories.Has(day, name))
        {
            return GitHubErrors.NotFound();
        }

        var api = ApiBase.Of(context.Request);
        var found = filter.Apply(day.Of(ItemKind.Issue, ItemKind.Pull).Where(item => Repositories.IsIn(item, name)));
        var page = paging.Slice(found, $"{api.RepoById(name)}/issues", context);
        return Tagged.Json(page.Select(item => IssueJson.Of(item, api)), GitHubJson.Rest);
    }

    public static IResult Get(string owner, string repo, int number, SampleDay day, HttpContext context) =>
        Find(day, owner, repo, number) switch
        {
            null => GitHubErrors.NotFound(),
            { Head.Gone: true } => GitHubErrors.Gone(),
            { Head.RedirectTo: { } target } => GitHubErrors.Moved(context.Response, target),
            var item => Tagged.Json(IssueJson.Of(item, ApiBase.Of(context.Request)), GitHubJson.Rest),
        };

    public static IResult Comments(string owner, string repo, int number, [AsParameters] Paging paging, SampleDay day, HttpContext context)
    {
        if (Find(day, owner, repo, number) is not { Head.Gone: false } item)
        {
            return GitHubErrors.NotFound();
        }

        var api = ApiBase.Of(context.Request);
        var comments = item.Replies.Select((reply, index) => CommentJson.Of(item, reply, index, api)).ToList();
        var page = paging.Slice(comments, $"{api.RepoById(item.Repository)}/issues/{number}/comments", context);
        return Tagged.Json(page, GitHubJson.Rest);
    }

    private static SampleItem? Find(SampleDay day, string owner, string repo, int number) =>
        day.Find($"{owner}/{repo}#{number}", ItemKind.Issue, ItemKind.Pull);
}
