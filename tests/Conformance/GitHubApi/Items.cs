using System.Text.Json.Nodes;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.GitHub;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.GitHubApi;

/// <summary>Issues, comments and events: everything that the answer says of them, and further pages asked for.</summary>
internal static class Items
{
    private const string AnyIssue = "https://github.com/any/repository/issues/1";

    public static async Task<string?> ListedAsync(Exchange exchange, string kind)
    {
        await using var stage = Stage.Set(asked => asked.Number == 0 ? exchange : null);
        var found = await stage.ListAsync(kind, kind == "github-search" ? "is:issue" : "any/repository");
        var issues = (exchange.Body as JsonArray ?? exchange.Body!["items"]!.AsArray()).Select(issue => issue!).ToList();
        return found.Count != issues.Count
            ? $"{found.Count} of {issues.Count} listed"
            : found.Zip(issues, Difference).FirstOrDefault(difference => difference is not null) ?? Paging(exchange, stage, "page");
    }

    public static async Task<string?> IssueAsync(Exchange exchange)
    {
        var url = (string)exchange.Body!["html_url"]!;
        await using var stage = Stage.Set(asked => asked.Number == 0 ? exchange : null);
        var item = await stage.FetchAsync(url);
        return Difference(item.Facts, exchange.Body!)
            ?? (item.Parts[0].Text == ((string?)exchange.Body!["body"] ?? "") ? null : "another body")
            ?? (
                item.State?.StartsWith((string)exchange.Body!["state"]!, StringComparison.Ordinal) == true
                    ? null
                    : $"the state is {item.State}"
            );
    }

    public static async Task<string?> CommentsAsync(Exchange exchange)
    {
        var comments = exchange.Body!.AsArray();
        var more = Next(exchange, "page") is not null;
        await using var stage = Stage.Set(asked =>
            asked switch
            {
                { Number: 0 } => Issue("open", more ? 101 : comments.Count),
                { Number: 1 } => exchange,
                _ => null,
            }
        );
        var parts = (await stage.FetchAsync(AnyIssue)).Parts.Where(part => part.Kind is SectionKind.Comment).ToList();
        var expected = comments.Select(each =>
            ((string?)each!["body"] ?? "", (string?)each["user"]?["login"], (int?)each["reactions"]?["total_count"] ?? 0)
        );
        return !parts.Select(part => (part.Text, part.Author, part.Reactions)).SequenceEqual(expected)
                ? $"{parts.Count} of {comments.Count} comments, or other ones"
            : more && stage.Requests.Count != 3 ? "the next page was not asked for"
            : null;
    }

    public static async Task<string?> EventsAsync(Exchange exchange)
    {
        await using var stage = Stage.Set(asked =>
            asked.Path.Contains("/events", StringComparison.Ordinal) ? exchange : Issue("closed", 0)
        );
        var state = (await stage.FetchAsync(AnyIssue)).State;
        var last = exchange.Body!.AsArray().LastOrDefault(each => (string?)each!["event"] is "closed" or "reopened");
        var expected =
            (string?)last?["event"] == "closed" && (string?)last!["commit_id"] is { } commit ? $"closed, commit {commit}" : "closed";
        return state == expected ? null : $"the state is {state}, not {expected}";
    }

    /// <returns>Null where the next page that the answer names was asked for, or where it names none.</returns>
    public static string? Paging(Exchange exchange, Stage stage, string cursor)
    {
        var next = Next(exchange, cursor);
        var asked = stage.Requests.Skip(1).FirstOrDefault()?.Path;
        return (next, asked) switch
        {
            (null, null) => null,
            (null, _) => "a further page was asked for although there is none",
            (_, null) => $"page {next} was not asked for",
            _ => CursorOf(asked, cursor) == next ? null : $"{asked} was asked for instead of page {next}",
        };
    }

    private static string? Next(Exchange exchange, string cursor) =>
        exchange.Header("Link")?.Split(',').FirstOrDefault(link => link.Contains("rel=\"next\"", StringComparison.Ordinal)) is { } next
            ? CursorOf(next.Split('<', '>')[1], cursor)
            : null;

    private static string? CursorOf(string address, string cursor) =>
        System.Web.HttpUtility.ParseQueryString(address.Split('?', 2)[^1])[cursor];

    private static string? Difference(ItemFacts facts, JsonNode issue)
    {
        var expected = new
        {
            Url = (string?)issue["html_url"],
            Title = PlainText.Line((string)issue["title"]!),
            Author = (string?)issue["user"]?["login"],
            Comments = (int?)issue["comments"] ?? 0,
            Labels = string.Join(',', issue["labels"]?.AsArray().Select(label => (string?)label!["name"]) ?? []),
            Reactions = (int?)issue["reactions"]?["total_count"] ?? 0,
            IsPullRequest = issue["pull_request"] is not null,
            UpdatedAt = (DateTimeOffset)issue["updated_at"]!,
        };
        var actual = new
        {
            facts.Address.Url,
            facts.Title,
            facts.Author,
            facts.Comments,
            Labels = string.Join(',', facts.Labels),
            facts.Reactions,
            facts.IsPullRequest,
            facts.UpdatedAt,
        };

        // Old recordings mark an issue that is none by links that are null.
        return actual.Equals(expected) || actual.Equals(expected with { IsPullRequest = !expected.IsPullRequest && IsBarePull(issue) })
            ? null
            : $"{actual} instead of {expected}";
    }

    private static bool IsBarePull(JsonNode issue) => issue["pull_request"]?["html_url"] is null;

    private static Exchange Issue(string state, int comments) =>
        new(
            "",
            "issue",
            null,
            new JsonObject
            {
                ["status"] = 200,
                ["body"] = new JsonObject
                {
                    ["html_url"] = AnyIssue,
                    ["title"] = "Any",
                    ["body"] = "Any",
                    ["state"] = state,
                    ["comments"] = comments,
                    ["labels"] = new JsonArray(),
                    ["created_at"] = "2026-01-01T00:00:00Z",
                    ["updated_at"] = "2026-01-01T00:00:00Z",
                },
            },
            null
        );
}
