using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.GitHub;

internal static class Releases
{
    public static IResult List(string owner, string repo, [AsParameters] Paging paging, SampleDay day, HttpContext context)
    {
        var name = $"{owner}/{repo}";
        if (!Repositories.Has(day, name))
        {
            return GitHubErrors.NotFound();
        }

        var api = ApiBase.Of(context.Request);
        var releases = day.Of(ItemKind.Release)
            .Where(item => Repositories.IsIn(item, name))
            .OrderByDescending(item => item.CreatedAt)
            .ToList();
        var page = paging.Slice(releases, $"{api.RepoById(name)}/releases", context);
        return Tagged.Json(page.Select(item => Render(item, api)), GitHubJson.Rest);
    }

    private static object Render(SampleItem item, ApiBase api)
    {
        var tag = item.Head.Id.Split('#')[1];
        var url = $"{api.Repo(item.Repository)}/releases/{item.NumericId()}";
        return new
        {
            url,
            assetsUrl = $"{url}/assets",
            uploadUrl = $"{url}/assets{{?name,label}}",
            htmlUrl = $"https://github.com/{item.Repository}/releases/tag/{tag}",
            id = item.NumericId(),
            author = UserJson.Of(item.Head.Author, api),
            nodeId = StableId.Node("RE", item.Head.Id),
            tagName = tag,
            targetCommitish = "main",
            name = item.Title,
            draft = false,
            prerelease = false,
            createdAt = GitHubJson.Time(item.CreatedAt),
            publishedAt = GitHubJson.Time(item.CreatedAt),
            assets = Array.Empty<object>(),
            tarballUrl = $"{api.Repo(item.Repository)}/tarball/{tag}",
            zipballUrl = $"{api.Repo(item.Repository)}/zipball/{tag}",
            body = item.Body,
        };
    }
}
