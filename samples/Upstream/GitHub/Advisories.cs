using Microsoft.AspNetCore.Mvc;
using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.GitHub;

internal static class Advisories
{
    public static IResult List(
        string? severity,
        string? ecosystem,
        [FromQuery(Name = "ghsa_id")] string? ghsa,
        [AsParameters] Paging paging,
        SampleDay day,
        HttpContext context
    )
    {
        var api = ApiBase.Of(context.Request);
        var found = day.Of(ItemKind.Advisory)
            .Where(item => severity is null || item.Head.Vulnerability!.Severity == severity)
            .Where(item => ecosystem is null || item.Head.Vulnerability!.Ecosystem == ecosystem)
            .Where(item => ghsa is null || item.Head.Id.Equals(ghsa, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(item => item.CreatedAt)
            .ToList();
        var page = paging.Slice(found, $"{api.Url}/advisories", context);
        return Tagged.Json(page.Select(item => AdvisoryJson.Global(item, api)), GitHubJson.Rest);
    }

    public static IResult Get(string ghsa, SampleDay day, HttpContext context) =>
        day.Find(ghsa, ItemKind.Advisory) is { } item
            ? Tagged.Json(AdvisoryJson.Global(item, ApiBase.Of(context.Request)), GitHubJson.Rest)
            : GitHubErrors.NotFound();

    public static IResult ListOfRepository(string owner, string repo, [AsParameters] Paging paging, SampleDay day, HttpContext context)
    {
        var name = $"{owner}/{repo}";
        if (!Repositories.Has(day, name))
        {
            return GitHubErrors.NotFound();
        }

        var api = ApiBase.Of(context.Request);
        var found = day.Of(ItemKind.Advisory).Where(item => Repositories.IsIn(item, name)).ToList();
        var page = paging.Slice(found, $"{api.RepoById(name)}/security-advisories", context);
        return Tagged.Json(page.Select(item => AdvisoryJson.OfRepository(item, api)), GitHubJson.Rest);
    }

    public static IResult GetOfRepository(string owner, string repo, string ghsa, SampleDay day, HttpContext context) =>
        day.Find(ghsa, ItemKind.Advisory) is { } item && Repositories.IsIn(item, $"{owner}/{repo}")
            ? Tagged.Json(AdvisoryJson.OfRepository(item, ApiBase.Of(context.Request)), GitHubJson.Rest)
            : GitHubErrors.NotFound();
}
