using System.Text.Json.Nodes;
using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.GitHub;

/// <summary>The qualifiers repo:, is:, state: and label:; all other words must occur in title or body.</summary>
internal static class IssueSearch
{
    public static IResult Search(string? q, [AsParameters] Paging paging, SampleDay day, HttpContext context)
    {
        var api = ApiBase.Of(context.Request);
        var words = (q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = day.Of(ItemKind.Issue, ItemKind.Pull)
            .Where(item => words.All(word => Matches(item, word)))
            .OrderByDescending(item => item.CreatedAt)
            .ToList();
        var page = paging.Slice(found, $"{api.Url}/search/issues", context);
        return Tagged.Json(
            new
            {
                totalCount = found.Count,
                incompleteResults = false,
                items = page.Select(item => Hit(item, api)),
            },
            GitHubJson.Rest
        );
    }

    private static bool Matches(SampleItem item, string word) =>
        word.Split(':', 2) switch
        {
            ["repo", var name] => item.Repository.Equals(name, StringComparison.OrdinalIgnoreCase),
            ["label", var label] => item.Head.Labels.Contains(label.Trim('"'), StringComparer.OrdinalIgnoreCase),
            ["is" or "type", "issue"] => item.Kind is ItemKind.Issue,
            ["is" or "type", "pr" or "pull-request"] => item.Kind is ItemKind.Pull,
            ["is" or "state", "open"] => !item.IsClosed,
            ["is" or "state", "closed"] => item.IsClosed,
            _ => $"{item.Title} {item.Body}".Contains(word, StringComparison.OrdinalIgnoreCase),
        };

    private static JsonObject Hit(SampleItem item, ApiBase api)
    {
        var issue = IssueJson.Of(item, api);
        issue["score"] = 1.0;
        return issue;
    }
}
