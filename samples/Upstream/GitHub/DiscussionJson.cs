using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.GitHub;

internal static class DiscussionJson
{
    public static object Of(SampleItem item)
    {
        var comments = item.Replies.Select((reply, index) => Comment(item, reply, index)).ToList();
        var answer = item.Replies.ToList().FindIndex(reply => reply.IsAnswer);
        var forum = item.Head.Forum ?? "General";
        return new
        {
            id = StableId.Node("D", item.Head.Id),
            number = item.Number,
            title = item.Title,
            url = Url(item),
            body = item.Body,
            bodyText = Rendered.Text(item.Body),
            author = Actor(item.Head.Author),
            createdAt = GitHubJson.Time(item.CreatedAt),
            updatedAt = GitHubJson.Time(item.UpdatedAt),
            closed = item.IsClosed,
            closedAt = GitHubJson.Time(item.ClosedAt),
            locked = false,
            isAnswered = answer >= 0,
            answer = answer >= 0 ? comments[answer] : null,
            category = new
            {
                name = forum,
                slug = forum.ToLowerInvariant().Replace("&", "-", StringComparison.Ordinal),
                isAnswerable = forum == "Q&A",
            },
            labels = new { totalCount = item.Head.Labels.Count, nodes = item.Head.Labels.Select(name => new { name }) },
            upvoteCount = item.Head.Reactions,
            reactions = new { totalCount = item.Head.Reactions },
            comments = Connection.Of(comments, first: null, after: null),
        };
    }

    private static object Comment(SampleItem item, Reply reply, int index) =>
        new
        {
            id = StableId.Node("DC", $"{item.Head.Id}/{index}"),
            url = $"{Url(item)}#discussioncomment-{item.NumericId(index + 1)}",
            author = Actor(reply.Author),
            body = reply.Body,
            bodyText = Rendered.Text(reply.Body),
            createdAt = GitHubJson.Time(item.At(reply)),
            updatedAt = GitHubJson.Time(item.At(reply)),
            upvoteCount = reply.Reactions,
            reactions = new { totalCount = reply.Reactions },
            isAnswer = reply.IsAnswer,
            replies = new { totalCount = 0, nodes = Array.Empty<object>() },
        };

    private static string Url(SampleItem item) => $"https://github.com/{item.Repository}/discussions/{item.Number}";

    private static object Actor(string login) => new { login, url = $"https://github.com/{login}" };
}
