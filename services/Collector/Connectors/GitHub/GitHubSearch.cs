using System.Text.RegularExpressions;
using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>Issues anywhere that a search finds; each is fetched like one of a repository.</summary>
internal sealed partial class GitHubSearch(IGitHubApi api, GitHubIssues issues) : ISourceConnector
{
    // GitHub allows ten searches a minute without a token.
    private const int MostPages = 3;

    public SourceKind ItemKind => SourceKind.GitHubIssue;

    public string Name => "github-search";

    public SourceTarget Target { get; } =
        new("query", "is:issue label:bug outage in:title", Query()) { Host = new Uri("https://github.com/") };

    public async Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var query = $"{target} updated:>={since:yyyy-MM-dd}";
        var found = new List<ItemFacts>();
        await foreach (var page in LinkedPages.ReadAsync("page", MostPages, page => api.SearchIssuesAsync(query, page, cancellationToken)))
        {
            found.AddRange(page.Items.SelectReadable(GitHubIssues.FactsOf));
        }

        return found;
    }

    public Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken) =>
        issues.FetchAsync(address, cancellationToken);

    [GeneratedRegex(@"^\S[^\r\n\t]{0,254}\z", RegexOptions.ECMAScript)]
    private static partial Regex Query();
}
