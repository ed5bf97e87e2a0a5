using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.HuggingFace;

/// <summary>A comment as the Hub tells it, below a discussion as well as below a paper.</summary>
internal static class CommentEvent
{
    public static object Of(string thread, int index, string author, DateTimeOffset at, string body, int reactions) =>
        new
        {
            id = StableId.Hex($"event/{thread}/{index}"),
            author = HubUser.Of(author),
            createdAt = HubJson.Time(at),
            type = "comment",
            data = new
            {
                edited = false,
                hidden = false,
                latest = new
                {
                    raw = body,
                    html = Rendered.Html(body),
                    updatedAt = HubJson.Time(at),
                    author = HubUser.Of(author),
                },
                numEdits = 0,
                editors = new[] { author },
                editorAvatarUrls = Array.Empty<string>(),
                reactions = Reactions(reactions),
                isReport = false,
            },
        };

    public static object Of(SampleItem item, Reply reply, int index) =>
        Of(item.Head.Id, index + 1, reply.Author, item.At(reply), reply.Body, reply.Reactions);

    public static object[] Reactions(int count) =>
        count == 0
            ? []
            :
            [
                new
                {
                    reaction = "👍",
                    count,
                    users = Array.Empty<string>(),
                },
            ];
}
