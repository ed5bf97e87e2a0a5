using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>The issues of a repository; its pull requests come with them.</summary>
internal sealed class GitHubIssues(IGitHubApi api) : ISourceConnector
{
    private const int PageSize = 100;
    private const int MostEventPages = 10;
    private const int FirstCommentPages = 3;
    private const int LastCommentPages = 2;

    // "Close with comment" writes the comment and closes the issue in one go; the two times differ by a second or two.
    private static readonly TimeSpan ClosingTogether = TimeSpan.FromMinutes(1);

    public SourceKind ItemKind => SourceKind.GitHubIssue;

    public string Name => "github-issues";

    public SourceTarget Target => IssueFilter.Target;

    public async Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var filter = IssueFilter.Parse(target);
        var found = new List<ItemFacts>();
        await foreach (
            var page in LinkedPages.ReadAsync(
                "page",
                FurtherPage.Most,
                page => api.ListIssuesAsync(filter.Owner, filter.Name, filter.State, filter.Labels, since, page, cancellationToken)
            )
        )
        {
            found.AddRange(page.SelectReadable(FactsOf).Where(filter.Wants));
        }

        return found;
    }

    public async Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        var issue =
            await api.GetIssueAsync(address.Owner, address.Name, address.Id, cancellationToken)
            ?? throw new UnreadableException($"GitHub served nothing for {address.Url}");
        var facts = FactsOf(issue) ?? throw new UnreadableException($"GitHub gives an issue the address {issue.HtmlUrl}, which is none");
        var comments = new List<GitHubComment>();
        foreach (var page in PagesWorthReading(issue.Comments))
        {
            comments.AddRange(
                await api.ListCommentsAsync(facts.Address.Owner, facts.Address.Name, facts.Address.Id, page, cancellationToken) ?? []
            );
        }

        return new FetchedItem
        {
            Facts = facts,
            State = await StateAsync(issue, facts.Address, cancellationToken),
            Parts = [new TextPart(SectionKind.Body, issue.Body ?? ""), .. comments.Select(comment => PartOf(comment, issue))],
        };
    }

    // A state is no evidence: an issue whose events are not served is shown without how it was closed.
    private async Task<string?> StateAsync(GitHubIssue issue, ItemAddress address, CancellationToken cancellationToken)
    {
        var state = issue.StateReason is { } reason ? $"{issue.State} ({reason})" : issue.State;
        if (issue.State != "closed")
        {
            return state;
        }

        try
        {
            // Oldest first: what closed the issue last is on the last page.
            var events = new List<GitHubEvent>();
            await foreach (
                var page in LinkedPages.ReadAsync(
                    "page",
                    MostEventPages,
                    page => api.ListEventsAsync(address.Owner, address.Name, address.Id, page, cancellationToken)
                )
            )
            {
                events.AddRange(page);
            }

            return GitHubEvent.ClosingCommit(events) is { } commit ? $"{state}, commit {commit}" : state;
        }
        catch (Exception error) when (UpstreamFault.Of(error, default) is { Kind: FaultKind.Gone or FaultKind.Forbidden })
        {
            return state;
        }
    }

    /// <returns>Null where GitHub gives it an address that is none of an issue.</returns>
    public static ItemFacts? FactsOf(GitHubIssue issue) =>
        ItemAddress.Of(issue.HtmlUrl) is { Kind: SourceKind.GitHubIssue } address
            ? new ItemFacts
            {
                Address = address,
                Title = issue.Title,
                Author = issue.User?.Login,
                ByBot = issue.User?.Type == "Bot",
                IsPullRequest = issue.PullRequest is not null,
                Labels = [.. (issue.Labels ?? []).Select(label => label.Name)],
                Comments = issue.Comments,
                Reactions = issue.Reactions?.TotalCount ?? 0,
                PublishedAt = issue.CreatedAt,
                UpdatedAt = issue.UpdatedAt,
                Withdrawn = issue is { Locked: true, ActiveLockReason: "spam" } ? "已作为垃圾内容锁定" : null,
            }
            : null;

    private static TextPart PartOf(GitHubComment comment, GitHubIssue issue) =>
        new(SectionKind.Comment, comment.Body ?? "")
        {
            Author = comment.User?.Login,
            Reactions = comment.Reactions?.TotalCount ?? 0,
            IsAnswer =
                issue.ClosedBy is { } closer
                && closer.Login == comment.User?.Login
                && (issue.ClosedAt - comment.CreatedAt)?.Duration() <= ClosingTogether,
        };

    // The first 300 comments set the scene and the last 200 close it; a thread of thousands is not read through.
    private static IEnumerable<int> PagesWorthReading(int comments)
    {
        var last = (int)((Math.Max(0L, comments) + PageSize - 1) / PageSize);
        var first = Math.Min(last, FirstCommentPages);
        var rest = Math.Min(last - first, LastCommentPages);
        return Enumerable.Range(1, first).Concat(Enumerable.Range(last - rest + 1, rest));
    }
}
