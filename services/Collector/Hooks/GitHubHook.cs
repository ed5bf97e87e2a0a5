using System.Text.Json;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.GitHub;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Hooks;

/// <summary>What GitHub says happened. Only which item it is about is taken from it: the item itself is fetched like any other.</summary>
/// <param name="Facts">Of the item; of an advisory that an alert only names, its id is all that is known.</param>
/// <param name="Gone">It was deleted, or moved to another repository.</param>
internal sealed record GitHubHook(ItemFacts Facts, bool Gone)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new ListConverter() } };

    /// <returns>Null where it is about nothing that the product collects, such as a release.</returns>
    /// <exception cref="JsonException">It is none of GitHub's payloads.</exception>
    public static GitHubHook? Read(string json)
    {
        var payload = JsonSerializer.Deserialize<Payload>(json, Json) ?? throw new JsonException("The payload is null.");
        var facts = payload switch
        {
            { Issue: { } issue } => GitHubIssues.FactsOf(issue),
            { Discussion: { } discussion } => FactsOf(discussion),
            { SecurityAdvisory: { } advisory } => FactsOf(advisory, advisory.UpdatedAt),
            { Alert: { } alert } => FactsOf(alert.SecurityAdvisory ?? alert.AsAdvisory(), alert.UpdatedAt ?? alert.CreatedAt),
            _ => null,
        };
        var ofItem = payload.Comment is null;
        return facts is null ? null : new GitHubHook(facts, ofItem && payload.Action is "deleted" or "transferred");
    }

    private static ItemFacts? FactsOf(HookDiscussion discussion) => ItemAddress.Of(discussion.HtmlUrl) is { } address
        ? new ItemFacts
        {
            Address = address,
            Title = discussion.Title,
            Author = discussion.User?.Login,
            ByBot = discussion.User?.Type == "Bot",
            Comments = discussion.Comments,
            Reactions = discussion.Reactions?.TotalCount ?? 0,
            PublishedAt = discussion.CreatedAt,
            UpdatedAt = discussion.UpdatedAt,
        }
        : null;

    private static ItemFacts? FactsOf(HookAdvisory advisory, DateTimeOffset? changedAt) =>
        ItemAddress.Of($"https://github.com/advisories/{advisory.GhsaId}") is { } address && changedAt is { } changed
            ? new ItemFacts
            {
                Address = address,
                Title = advisory.Summary ?? address.Id,
                Labels = [$"severity: {advisory.Severity ?? "unknown"}"],
                PublishedAt = advisory.PublishedAt ?? changed,
                UpdatedAt = changed,
            }
            : null;

    private sealed record Payload
    {
        public string? Action { get; init; }

        public GitHubIssue? Issue { get; init; }

        public HookDiscussion? Discussion { get; init; }

        public JsonElement? Comment { get; init; }

        public HookAdvisory? SecurityAdvisory { get; init; }

        public HookAlert? Alert { get; init; }
    }

    private sealed record HookDiscussion(string HtmlUrl, string Title, GitHubUser? User, int Comments, GitHubReactions? Reactions)
    {
        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }
    }

    private sealed record HookAdvisory(string? GhsaId, string? Summary, string? Severity, DateTimeOffset? PublishedAt, DateTimeOffset? UpdatedAt);

    private sealed record HookAlert(
        HookAdvisory? SecurityAdvisory, string? GhsaId, string? Severity, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt)
    {
        public HookAdvisory AsAdvisory() => new(GhsaId, Summary: null, Severity, CreatedAt, UpdatedAt);
    }
}
