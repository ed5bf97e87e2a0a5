using System.Text.RegularExpressions;
using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>GitHub's database of reviewed advisories, all of it or one ecosystem's.</summary>
internal sealed partial class GitHubAdvisories(IGitHubApi api, AdvisoryItems items) : ISourceConnector
{
    private const string Any = "any";

    public SourceKind ItemKind => SourceKind.GitHubAdvisory;

    public string Name => "github-advisories";

    public SourceTarget Target { get; } =
        new("ecosystem", "any, npm, pip, maven, nuget, go or rust", Ecosystem()) { Host = new Uri("https://github.com/advisories/") };

    public async Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var found = new List<ItemFacts>();
        var ecosystem = target == Any ? null : target;
        await foreach (
            var page in LinkedPages.ReadAsync(
                "after",
                FurtherPage.Most,
                after => api.ListAdvisoriesAsync(ecosystem, after, cancellationToken)
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

    [GeneratedRegex(@"^(any|actions|composer|erlang|go|maven|npm|nuget|other|pip|pub|rubygems|rust|swift)\z", RegexOptions.ECMAScript)]
    private static partial Regex Ecosystem();
}
