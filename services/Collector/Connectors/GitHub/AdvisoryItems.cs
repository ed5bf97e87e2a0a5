using System.Net;
using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;
using Refit;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>One advisory: GitHub's database has it, or the repository that published it.</summary>
internal sealed class AdvisoryItems(IGitHubApi api)
{
    public async Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        var advisory =
            await FindAsync(address, cancellationToken) ?? throw new UnreadableException($"GitHub served nothing for {address.Url}");
        return new FetchedItem
        {
            Facts =
                FactsOf(advisory)
                ?? throw new UnreadableException($"GitHub does not show the advisory {address.Id}: it is a draft or has no date"),
            State = advisory.WithdrawnAt is null ? advisory.State ?? "published" : "withdrawn",
            Parts = [new TextPart(SectionKind.Body, AdvisoryText.Of(advisory))],
        };
    }

    /// <returns>Null where it is a draft or has no address.</returns>
    public static ItemFacts? FactsOf(GitHubAdvisory advisory) =>
        ItemAddress.Of(advisory.HtmlUrl) is { Kind: SourceKind.GitHubAdvisory } address
        && (advisory.PublishedAt ?? advisory.UpdatedAt) is { } published
        && advisory.State is not ("draft" or "triage")
            ? new ItemFacts
            {
                Address = address,
                Title = advisory.Summary,
                Author = (advisory.Publisher ?? advisory.Author)?.Login,
                Labels = [$"severity: {advisory.Severity ?? "unknown"}", .. (advisory.Cwes ?? []).Select(weakness => weakness.CweId)],
                PublishedAt = published,
                UpdatedAt = advisory.UpdatedAt ?? published,
                Withdrawn = advisory.WithdrawnAt is null && advisory.State is not "withdrawn" ? null : "安全公告已撤回",
            }
            : null;

    /// <summary>Of a list that begins with what changed last: those since then.</summary>
    /// <returns>False where the rest of the list is older.</returns>
    public static bool AddRecent(IReadOnlyList<GitHubAdvisory> page, DateTimeOffset since, List<ItemFacts> found)
    {
        var recent = page.Where(advisory => advisory.UpdatedAt >= since).ToList();
        found.AddRange(recent.SelectReadable(FactsOf));
        return recent.Count == page.Count;
    }

    private async Task<GitHubAdvisory?> FindAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetAdvisoryAsync(address.Id, cancellationToken);
        }
        catch (ApiException error) when (error.StatusCode is HttpStatusCode.NotFound && address.Repository.Length > 0)
        {
            return await api.GetRepositoryAdvisoryAsync(address.Owner, address.Name, address.Id, cancellationToken);
        }
    }
}
