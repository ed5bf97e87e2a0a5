using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.HuggingFace;

/// <summary>The discussions of a model or a dataset: the same API under two prefixes.</summary>
internal sealed class RepoDiscussions(ItemKind kind, string type)
{
    private const int PageSize = 50;

    public IResult List(string org, string name, int? p, string? status, SampleDay day)
    {
        var all = day.Of(kind).Where(item => item.Repository == $"{org}/{name}").OrderByDescending(item => item.Number).ToList();
        if (all.Count == 0)
        {
            return HubJson.NotFound("Repository not found");
        }

        var found = all.Where(item => status is not ("open" or "closed") || item.IsClosed == (status == "closed")).ToList();
        var start = Math.Max(0, p ?? 0) * PageSize;
        return Tagged.Json(
            new
            {
                discussions = found.Skip(start).Take(PageSize).Select(Listed),
                count = found.Count,
                start,
                numClosedDiscussions = all.Count(item => item.IsClosed),
            },
            HubJson.Options
        );
    }

    public IResult Get(string org, string name, int number, SampleDay day) =>
        day.Find($"{org}/{name}#{number}", kind) is { } item
            ? Tagged.Json(Detail(item), HubJson.Options)
            : HubJson.NotFound("Discussion not found");

    private Dictionary<string, object> Listed(SampleItem item) =>
        new(Header(item))
        {
            ["numComments"] = item.Replies.Count + 1,
            ["topReactions"] = CommentEvent.Reactions(item.Head.Reactions),
            ["numReactionUsers"] = item.Head.Reactions,
            ["repoOwner"] = new
            {
                name = item.Repository.Split('/')[0],
                isParticipating = false,
                type = "org",
                isDiscussionAuthor = false,
            },
        };

    private Dictionary<string, object> Detail(SampleItem item) =>
        new(Header(item))
        {
            ["locked"] = false,
            ["collection"] = "discussions",
            ["events"] = item
                .Replies.Select((reply, index) => CommentEvent.Of(item, reply, index))
                .Prepend(CommentEvent.Of(item.Head.Id, 0, item.Head.Author, item.CreatedAt, item.Body, item.Head.Reactions)),
        };

    /// <summary>What the Hub says of a discussion in the list as well as at its own address.</summary>
    private Dictionary<string, object> Header(SampleItem item) =>
        new()
        {
            ["num"] = item.Number,
            ["author"] = HubUser.Of(item.Head.Author),
            ["repo"] = new { name = item.Repository, type },
            ["title"] = item.Title,
            ["status"] = item.IsClosed ? "closed" : "open",
            ["createdAt"] = HubJson.Time(item.CreatedAt),
            ["isPullRequest"] = false,
            ["pinned"] = false,
        };
}
