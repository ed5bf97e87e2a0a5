using System.Globalization;
using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>The discussions of a repository, by GraphQL.</summary>
internal sealed class GitHubDiscussions(IGitHubGraph graph) : ISourceConnector
{
    // 300 comments and the replies to them; the accepted answer comes in any case.
    private const int MostCommentPages = 3;

    public SourceKind ItemKind => SourceKind.GitHubDiscussion;

    public string Name => "github-discussions";

    public SourceTarget Target => SourceTarget.Repository;

    public async Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (owner, name) = (target.Split('/')[0], target.Split('/')[1]);
        var found = new List<ItemFacts>();
        string? after = null;
        for (var page = 0; await FurtherPage.TryAsync(page, () => ListPageAsync(target, after, cancellationToken)) is { } list; page++)
        {
            var facts = (list.Nodes ?? []).OfType<GitHubDiscussion>().SelectReadable(each => FactsOf(each, owner, name));
            found.AddRange(facts.Where(each => each.UpdatedAt >= since));
            after = list.PageInfo is { HasNextPage: true, EndCursor: { } cursor } && cursor != after ? cursor : null;
            if (after is null || facts.Any(each => each.UpdatedAt < since))
            {
                break;
            }
        }

        return found;
    }

    private async Task<Connection<GitHubDiscussion>> ListPageAsync(string target, string? after, CancellationToken cancellationToken)
    {
        var answer = await graph.QueryAsync(DiscussionQuery.Recent(target.Split('/')[0], target.Split('/')[1], after), cancellationToken);
        return answer?.Data?.Repository?.Discussions ?? throw Nothing($"no discussions of {target}", answer);
    }

    public async Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        var discussion = await GetAsync(address, after: null, cancellationToken);
        var comments = Flatten(discussion.Comments).ToList();
        var last = discussion.Comments;
        for (var page = 1; page < MostCommentPages && last?.PageInfo is { HasNextPage: true, EndCursor: { } cursor }; page++)
        {
            last = (await GetAsync(address, cursor, cancellationToken)).Comments;
            comments.AddRange(Flatten(last));
        }

        if (discussion.Answer is { } answer && !comments.Exists(comment => comment.IsAnswer))
        {
            comments.Add(answer with { IsAnswer = true });
        }

        return new FetchedItem
        {
            Facts =
                FactsOf(discussion, address.Owner, address.Name)
                ?? throw new UnreadableException($"GitHub serves {address.Repository}#{address.Id} without title, date or address"),
            State =
                discussion.IsAnswered == true ? "answered"
                : discussion.Closed ? "closed"
                : "open",
            Parts = [new TextPart(SectionKind.Body, discussion.Body ?? ""), .. comments.Select(PartOf)],
        };
    }

    private async Task<GitHubDiscussion> GetAsync(ItemAddress address, string? after, CancellationToken cancellationToken)
    {
        if (!int.TryParse(address.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new UnreadableException($"GitHub counts no discussions up to {address.Id}", FaultKind.Gone);
        }

        var answer = await graph.QueryAsync(DiscussionQuery.One(address.Owner, address.Name, number, after), cancellationToken);
        return answer?.Data?.Repository?.Discussion ?? throw Nothing($"no discussion {address.Repository}#{address.Id}", answer);
    }

    // The address that GitHub gives, which is where a transferred discussion went; else the one that was asked for.
    private static ItemFacts? FactsOf(GitHubDiscussion discussion, string owner, string name) =>
        ItemAddress.Of(discussion.Url ?? $"https://github.com/{owner}/{name}/discussions/{discussion.Number}")
            is { Kind: SourceKind.GitHubDiscussion } address
        && discussion is { Title: { } title, CreatedAt: { } created }
            ? new ItemFacts
            {
                Address = address,
                Title = title,
                Author = discussion.Author?.Login,
                Labels = [.. (discussion.Labels?.Nodes ?? []).OfType<GitHubLabel>().Select(label => label.Name)],
                Comments = discussion.Comments?.TotalCount ?? 0,
                Reactions = Math.Max(discussion.UpvoteCount, discussion.Reactions?.TotalCount ?? 0),
                PublishedAt = created,
                UpdatedAt = discussion.UpdatedAt ?? created,
            }
            : null;

    // A query that ran out of budget or time is answered with status 200 as well.
    private static UnreadableException Nothing(string what, DiscussionAnswer? answer) =>
        answer?.Errors is [var first, ..]
            ? new(
                $"GitHub has {what}: {first.Message}",
                first.Type switch
                {
                    "NOT_FOUND" => FaultKind.Gone,
                    "FORBIDDEN" => FaultKind.Forbidden,
                    "RATE_LIMITED" => FaultKind.Limited,
                    _ => FaultKind.Later,
                }
            )
            : new($"GitHub has {what}");

    private static IEnumerable<DiscussionComment> Flatten(Connection<DiscussionComment>? comments) =>
        (comments?.Nodes ?? []).OfType<DiscussionComment>().SelectMany(comment => Flatten(comment.Replies).Prepend(comment));

    private static TextPart PartOf(DiscussionComment comment) =>
        new(SectionKind.Comment, comment.Body ?? "")
        {
            Author = comment.Author?.Login,
            Reactions = Math.Max(comment.UpvoteCount, comment.Reactions?.TotalCount ?? 0),
            IsAnswer = comment.IsAnswer,
        };
}
