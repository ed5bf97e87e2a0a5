using System.Text.Json;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.GitHub;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Hooks;

/// <summary>What GitHub says happened. Only which item it is about is taken from it: the item itself is fetched like any other.</summary>
/// <param name="Facts">Of the item; of an advisory that an alert only names, its id is all that is known.</param>
internal sealed record GitHubHook(ItemFacts Facts)
{
    /// <returns>Null where it is about nothing that the product collects, such as a release.</returns>
    /// <exception cref="JsonException">It is none of GitHub's payloads.</exception>
    public static GitHubHook? Read(string json)
    {
        var payload = JsonSerializer.Deserialize<Payload>(json, UpstreamJson.SnakeCase) ?? throw new JsonException("The payload is null.");
        var facts = payload switch
        {
            { Issue: { } issue } => GitHubIssues.FactsOf(issue),
            { Discussion: { } discussion } => FactsOf(discussion),
            { SecurityAdvisory: { } advisory } => FactsOf(advisory, advisory.UpdatedAt),
            { Alert: { } alert } => FactsOf(alert.SecurityAdvisory ?? alert.AsAdvisory(), alert.UpdatedAt ?? alert.CreatedAt),
            _ => null,
        };
        return facts is null
            ? null
            : new GitHubHook(payload.Comment is null ? facts with { Withdrawn = facts.Withdrawn ?? Withdrawal(payload.Action) } : facts);
    }

    private static string? Withdrawal(string? action) =>
        action switch
        {
            "deleted" => "已被删除",
            "transferred" => "已转移到其他仓库",
            "withdrawn" => "安全公告已撤回",
            _ => null,
        };

    private static ItemFacts? FactsOf(HookDiscussion discussion) =>
        ItemAddress.Of(discussion.HtmlUrl) is { } address
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
                Withdrawn = advisory.WithdrawnAt is null ? null : Withdrawal("withdrawn"),
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

    private sealed record HookDiscussion(GitHubUser? User, int Comments, GitHubReactions? Reactions)
    {
        public required string HtmlUrl { get; init; }

        public required string Title { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }
    }

    private sealed record HookAdvisory(
        string? GhsaId,
        string? Summary,
        string? Severity,
        DateTimeOffset? PublishedAt,
        DateTimeOffset? UpdatedAt
    )
    {
        public DateTimeOffset? WithdrawnAt { get; init; }
    }

    private sealed record HookAlert(
        HookAdvisory? SecurityAdvisory,
        string? GhsaId,
        string? Severity,
        DateTimeOffset? CreatedAt,
        DateTimeOffset? UpdatedAt
    )
    {
        public HookAdvisory AsAdvisory() => new(GhsaId, Summary: null, Severity, CreatedAt, UpdatedAt);
    }
}
