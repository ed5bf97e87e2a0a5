using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.GitHub;

internal static class CommentJson
{
    public static object Of(SampleItem item, Reply reply, int index, ApiBase api)
    {
        var id = item.NumericId(index + 1);
        var url = $"{api.Repo(item.Repository)}/issues/comments/{id}";
        return new
        {
            url,
            htmlUrl = $"{IssueJson.HtmlUrl(item)}#issuecomment-{id}",
            issueUrl = IssueJson.Url(item, api),
            id,
            nodeId = StableId.Node("IC", $"{item.Head.Id}/{index}"),
            user = UserJson.Of(reply.Author, api),
            createdAt = GitHubJson.Time(item.At(reply)),
            updatedAt = GitHubJson.Time(item.At(reply)),
            authorAssociation = reply.IsAnswer ? "MEMBER" : "NONE",
            body = reply.Body,
            reactions = ReactionsJson.Of(reply.Reactions, url),
            performedViaGithubApp = (object?)null,
        };
    }
}
