using System.Text.Json.Nodes;

namespace NewsEducator.Conformance.GitHubApi;

/// <summary>What the Collector's client makes of each recorded exchange, served to it over HTTP.</summary>
internal sealed class GitHubApiSuite : ISuite
{
    private static readonly Dictionary<string, Func<Exchange, Task<string?>>> Judges = new(StringComparer.Ordinal)
    {
        ["issues_list"] = exchange => Items.ListedAsync(exchange, "github-issues"),
        ["search_issues"] = exchange => Items.ListedAsync(exchange, "github-search"),
        ["issue"] = Items.IssueAsync,
        ["issue_comments"] = Items.CommentsAsync,
        ["issue_events"] = Items.EventsAsync,
        ["releases"] = Refusals.NoItemAsync,
        ["discussions_graphql"] = Discussions.GraphAsync,
        ["graphql"] = Discussions.GraphAsync,
        ["security_advisories"] = Advisories.AdvisoriesAsync,
        ["rate_limit"] = Limits.BudgetAsync,
        ["primary_limit"] = Limits.RefusedAsync,
        ["secondary_limit"] = Limits.RefusedAsync,
        ["not_modified_304"] = Limits.NotModifiedAsync,
        ["moved"] = Refusals.MovedAsync,
        ["not_found"] = Refusals.GoneAsync,
        ["client_error"] = Refusals.DeniedAsync,
        ["server_error"] = Refusals.TroubledAsync,
    };

    public string Name => "github-api";

    public JsonObject Run(DirectoryInfo folder, TextWriter log)
    {
        var exchanges = Exchange.Read(folder, TimeProvider.System.GetUtcNow()).ToList();
        var failed = new List<string>();
        foreach (var category in exchanges.GroupBy(exchange => exchange.Category))
        {
            var before = failed.Count;
            foreach (var exchange in category)
            {
                if (JudgeAsync(exchange).GetAwaiter().GetResult() is { } problem)
                {
                    failed.Add(exchange.File);
                    log.WriteLine($"!! {exchange.File}: {problem}");
                }
            }

            log.WriteLine($"{category.Key}: {category.Count() - (failed.Count - before)} of {category.Count()}");
        }

        return new JsonObject
        {
            ["handled"] = exchanges.Count - failed.Count,
            ["n"] = exchanges.Count,
            ["failed"] = new JsonArray([.. failed.Select(file => (JsonNode?)file)]),
        };
    }

    private static async Task<string?> JudgeAsync(Exchange exchange)
    {
        var judge = exchange.Category.StartsWith("webhook_", StringComparison.Ordinal)
            ? Webhooks.ReadAsync
            : Judges.GetValueOrDefault(exchange.Category);
        try
        {
            return judge is null ? "nothing is known about this category" : await judge(exchange);
        }
        catch (Exception error)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
    }
}
