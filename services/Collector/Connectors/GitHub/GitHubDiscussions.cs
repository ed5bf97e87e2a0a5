using System.Globalization;
using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>A single discussion, by GraphQL.</summary>
internal sealed class GitHubDiscussions(IGitHubGraph graph) : IConnector
{
    public SourceKind ItemKind => SourceKind.GitHubDiscussion;

    public async Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        var number = int.Parse(address.Id, CultureInfo.InvariantCulture);
        var answer = await graph.QueryAsync(new DiscussionQuery(new DiscussionVariables(address.Owner, address.Name, number)), cancellationToken);
        var discussion = answer.Data?.Repository?.Discussion
            ?? throw new UnreadableException($"GitHub has no discussion {address.Repository}#{address.Id}: {(answer.Errors is [var first, ..] ? first.Message : "no such number")}");
        return new FetchedItem
        {
            Facts = FactsOf(discussion),
            State = discussion.IsAnswered == true ? "answered" : discussion.Closed ? "closed" : "open",
            Parts = [new TextPart(SectionKind.Body, discussion.Body ?? ""), .. Flatten(discussion.Comments).Select(PartOf)],
        };
    }

    private static ItemFacts FactsOf(GitHubDiscussion discussion) => new()
    {
        Address = ItemAddress.Of(discussion.Url) is { Kind: SourceKind.GitHubDiscussion } address
            ? address
            : throw new UnreadableException($"GitHub gives a discussion the address {discussion.Url}, which is none"),
        Title = discussion.Title,
        Author = discussion.Author?.Login,
        Labels = [.. (discussion.Labels?.Nodes ?? []).Select(label => label.Name)],
        Comments = discussion.Comments?.TotalCount ?? 0,
        Reactions = Math.Max(discussion.UpvoteCount, discussion.Reactions?.TotalCount ?? 0),
        PublishedAt = discussion.CreatedAt,
        UpdatedAt = discussion.UpdatedAt,
    };

    private static IEnumerable<DiscussionComment> Flatten(Connection<DiscussionComment>? comments) =>
        (comments?.Nodes ?? []).SelectMany(comment => Flatten(comment.Replies).Prepend(comment));

    private static TextPart PartOf(DiscussionComment comment) => new(SectionKind.Comment, comment.Body ?? "")
    {
        Author = comment.Author?.Login,
        Reactions = Math.Max(comment.UpvoteCount, comment.Reactions?.TotalCount ?? 0),
        IsAnswer = comment.IsAnswer,
    };
}
