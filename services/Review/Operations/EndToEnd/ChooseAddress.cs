using System.Text.Json.Nodes;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Operations.EndToEnd;

/// <summary>Looks for a page that nobody misses: the oldest one that a source lists and that is not collected yet.</summary>
internal sealed class ChooseAddress(ServiceCalls calls)
{
    // A dry run fetches up to ten pages of a host.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private const int MostAsked = 3;

    /// <returns>Null where no source lists anything new.</returns>
    public async Task<string?> OldestNewAsync(CancellationToken cancellationToken)
    {
        var sources = await calls.GetAsync<List<SourceOverview>>("collector", "/api/sources", cancellationToken) ?? [];
        foreach (var source in sources.Where(source => source.Enabled).Take(MostAsked))
        {
            var tried = await calls.SendAsync(
                HttpMethod.Post,
                "collector",
                $"/api/sources/{Uri.EscapeDataString(source.Id)}/dry-run",
                null,
                cancellationToken,
                patience: Patience
            );
            // The oldest one comes first.
            if (Items(tried.Json()).FirstOrDefault(item => (string?)item["outcome"] == "WouldBeCollected") is { } oldest)
            {
                return (string?)oldest["url"];
            }
        }

        return null;
    }

    private static IEnumerable<JsonNode> Items(JsonNode? trial) => (trial?["items"]?.AsArray() ?? []).OfType<JsonNode>();
}
