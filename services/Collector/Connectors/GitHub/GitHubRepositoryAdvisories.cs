using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>What one repository published about its own weaknesses.</summary>
internal sealed class GitHubRepositoryAdvisories(IGitHubApi api, AdvisoryItems items) : ISourceConnector
{
    public SourceKind ItemKind => SourceKind.GitHubAdvisory;

    public string Name => "github-repository-advisories";

    public SourceTarget Target => SourceTarget.Repository;

    public async Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (owner, name) = (target.Split('/')[0], target.Split('/')[1]);
        var found = new List<ItemFacts>();
        await foreach (
            var page in LinkedPages.ReadAsync(
                "after",
                FurtherPage.Most,
                after => api.ListRepositoryAdvisoriesAsync(owner, name, after, cancellationToken)
            )
        )
        {
            if (!AdvisoryItems.AddRecent(page, since, found))
            {
                break;
            }
        }

        return found;
    }

    public Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken) =>
        items.FetchAsync(address, cancellationToken);
}
