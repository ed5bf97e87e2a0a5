using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>Issues anywhere that a search finds; each is fetched like one of a repository.</summary>
internal sealed partial class GitHubSearch(IGitHubApi api, GitHubIssues issues) : ISourceConnector
{
    // GitHub shows the first thousand results of a search, a hundred a page.
    private const int MostPages = 10;
    private const int MostFound = 1000;

    public SourceKind ItemKind => SourceKind.GitHubIssue;

    public string Name => "github-search";

    public SourceTarget Target { get; } =
        new("query", "is:issue label:bug outage in:title", Query()) { Host = new Uri("https://github.com/") };

    public async Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var query = $"{target} updated:>={since:yyyy-MM-dd}";
        var found = new List<ItemFacts>();
        var (ended, all) = (true, 0);
        await foreach (var page in LinkedPages.ReadAsync("page", MostPages, page => api.SearchIssuesAsync(query, page, cancellationToken)))
        {
            found.AddRange(page.Items.SelectReadable(GitHubIssues.FactsOf));
            (ended, all) = (ended && !page.IncompleteResults, page.TotalCount);
        }

        if (!ended || all > MostFound)
        {
            ConditionalRequest.Current?.Skip(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"GitHub finds {all} and shows {found.Count} of them: a narrower search finds all"
                )
            );
        }

        return found;
    }

    public Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken) =>
        issues.FetchAsync(address, cancellationToken);

    [GeneratedRegex(@"^\S[^\r\n\t]{0,254}\z", RegexOptions.ECMAScript)]
    private static partial Regex Query();
}
