using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.HuggingFace;

internal static class PaperJson
{
    public static object Of(SampleItem item, bool withComments = false) =>
        new
        {
            id = item.Head.Id,
            authors = item.Head.Authors.Select(name => new
            {
                _id = StableId.Hex($"author/{item.Head.Id}/{name}"),
                name,
                hidden = false,
            }),
            publishedAt = HubJson.Time(item.CreatedAt),
            submittedOnDailyAt = HubJson.Time(item.CreatedAt),
            title = item.Title,
            submittedOnDailyBy = HubUser.Of(item.Head.Author),
            summary = item.Body,
            upvotes = item.Head.Reactions,
            discussionId = StableId.Hex($"discussion/{item.Head.Id}"),
            ai_keywords = item.Head.Labels,
            comments = withComments ? item.Replies.Select((reply, index) => CommentEvent.Of(item, reply, index)) : null,
        };

    public static object Listed(SampleItem item) =>
        new
        {
            paper = Of(item),
            publishedAt = HubJson.Time(item.CreatedAt),
            title = item.Title,
            summary = item.Body,
            thumbnail = $"https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/{item.Head.Id}.png",
            numComments = item.Replies.Count,
            submittedBy = HubUser.Of(item.Head.Author),
            isAuthorParticipating = item.Replies.Any(reply => item.Head.Authors.Contains(reply.Author)),
        };
}
