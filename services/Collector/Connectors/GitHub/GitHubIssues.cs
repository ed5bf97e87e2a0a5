using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>The issues of a repository; its pull requests come with them.</summary>
internal sealed class GitHubIssues(IGitHubApi api) : ISourceConnector
{
    private const int PageSize = 100;
    private const int MostPages = 5;

    // "Close with comment" writes the comment and closes the issue in one go; the two times differ by a second or two.
    private static readonly TimeSpan ClosingTogether = TimeSpan.FromMinutes(1);

    public SourceKind ItemKind => SourceKind.GitHubIssue;

    public string Name => "github-issues";

    public SourceTarget Target => SourceTarget.Repository;

    public async Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (owner, name) = (target.Split('/')[0], target.Split('/')[1]);
        var found = new List<ItemFacts>();
        for (var page = 1; page <= MostPages; page++)
        {
            var issues = await api.ListIssuesAsync(owner, name, since, page, cancellationToken);
            found.AddRange(issues.Select(FactsOf));
            if (issues.Count < PageSize)
            {
                break;
            }
        }

        return found;
    }

    public async Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        var issue = await api.GetIssueAsync(address.Owner, address.Name, address.Id, cancellationToken);
        var facts = FactsOf(issue);
        var comments = new List<GitHubComment>();
        foreach (var page in PagesWorthReading(issue.Comments))
        {
            comments.AddRange(await api.ListCommentsAsync(
                facts.Address.Owner, facts.Address.Name, facts.Address.Id, page, cancellationToken));
        }

        return new FetchedItem
        {
            Facts = facts,
            State = issue.StateReason is { } reason ? $"{issue.State} ({reason})" : issue.State,
            Parts = [new TextPart(SectionKind.Body, issue.Body ?? ""), .. comments.Select(comment => PartOf(comment, issue))],
        };
    }

    private static ItemFacts FactsOf(GitHubIssue issue) => new()
    {
        Address = ItemAddress.Of(issue.HtmlUrl) is { Kind: SourceKind.GitHubIssue } address
            ? address
            : throw new UnreadableException($"GitHub gives an issue the address {issue.HtmlUrl}, which is none"),
        Title = issue.Title,
        Author = issue.User?.Login,
        ByBot = issue.User?.Type == "Bot",
        IsPullRequest = issue.PullRequest is not null,
        Labels = [.. issue.Labels.Select(label => label.Name)],
        Comments = issue.Comments,
        Reactions = issue.Reactions?.TotalCount ?? 0,
        PublishedAt = issue.CreatedAt,
        UpdatedAt = issue.UpdatedAt,
    };

    private static TextPart PartOf(GitHubComment comment, GitHubIssue issue) => new(SectionKind.Comment, comment.Body ?? "")
    {
        Author = comment.User?.Login,
        Reactions = comment.Reactions?.TotalCount ?? 0,
        IsAnswer = issue.ClosedBy is { } closer && closer.Login == comment.User?.Login
            && (issue.ClosedAt - comment.CreatedAt)?.Duration() <= ClosingTogether,
    };

    // The first comments set the scene and the last ones close it; a thread of thousands is not read through.
    private static IEnumerable<int> PagesWorthReading(int comments)
    {
        var last = (comments + PageSize - 1) / PageSize;
        return Enumerable.Range(1, last).Where(page => page <= 2 || page == last);
    }
}
