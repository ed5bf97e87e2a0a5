using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.GitHub;

internal static class IssueJson
{
    public static JsonObject Of(SampleItem item, ApiBase api)
    {
        var issue = JsonSerializer.SerializeToNode(Members(item, api), GitHubJson.Rest)!.AsObject();
        if (item.Kind is ItemKind.Pull)
        {
            // Present only on pull requests: that is how a client tells them from issues.
            issue["pull_request"] = JsonSerializer.SerializeToNode(PullRequest(item, api), GitHubJson.Rest);
        }

        return issue;
    }

    public static string Url(SampleItem item, ApiBase api) => $"{api.Repo(item.Repository)}/issues/{item.Number}";

    public static string HtmlUrl(SampleItem item) =>
        $"https://github.com/{item.Repository}/{(item.Kind is ItemKind.Pull ? "pull" : "issues")}/{item.Number}";

    private static object Members(SampleItem item, ApiBase api) =>
        new
        {
            url = Url(item, api),
            repositoryUrl = api.Repo(item.Repository),
            labelsUrl = $"{Url(item, api)}/labels{{/name}}",
            commentsUrl = $"{Url(item, api)}/comments",
            eventsUrl = $"{Url(item, api)}/events",
            htmlUrl = HtmlUrl(item),
            id = item.NumericId(),
            nodeId = StableId.Node(item.Kind is ItemKind.Pull ? "PR" : "I", item.Head.Id),
            number = item.Number,
            title = item.Title,
            user = UserJson.Of(item.Head.Author, api),
            labels = item.Head.Labels.Select(label => Label(item, label, api)),
            state = item.IsClosed ? "closed" : "open",
            locked = false,
            assignee = (object?)null,
            assignees = Array.Empty<object>(),
            milestone = (object?)null,
            comments = item.Replies.Count,
            createdAt = GitHubJson.Time(item.CreatedAt),
            updatedAt = GitHubJson.Time(item.UpdatedAt),
            closedAt = GitHubJson.Time(item.ClosedAt),
            authorAssociation = "CONTRIBUTOR",
            activeLockReason = (string?)null,
            draft = item.Kind is ItemKind.Pull ? false : (bool?)null,
            body = item.Body.Length == 0 ? null : item.Body,
            closedBy = item.IsClosed ? UserJson.Of(item.Replies is [.., var last] ? last.Author : item.Head.Author, api) : null,
            reactions = ReactionsJson.Of(item.Head.Reactions, Url(item, api)),
            timelineUrl = $"{Url(item, api)}/timeline",
            performedViaGithubApp = (object?)null,
            stateReason = item.IsClosed && item.Kind is ItemKind.Issue ? "completed" : null,
        };

    private static object Label(SampleItem item, string name, ApiBase api)
    {
        var id = StableId.Of($"label/{item.Repository}/{name}");
        return new
        {
            id,
            nodeId = StableId.Node("LA", $"{item.Repository}/{name}"),
            url = $"{api.Repo(item.Repository)}/labels/{Uri.EscapeDataString(name)}",
            name,
            color = $"{id & 0xFFFFFF:x6}",
            @default = name is "bug" or "documentation" or "question",
            description = (string?)null,
        };
    }

    private static object PullRequest(SampleItem item, ApiBase api) =>
        new
        {
            url = $"{api.Repo(item.Repository)}/pulls/{item.Number}",
            htmlUrl = HtmlUrl(item),
            diffUrl = $"{HtmlUrl(item)}.diff",
            patchUrl = $"{HtmlUrl(item)}.patch",
            mergedAt = item.Head.State is "merged" ? GitHubJson.Time(item.ClosedAt) : null,
        };
}
