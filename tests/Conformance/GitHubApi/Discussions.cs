using System.Text.Json.Nodes;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.GitHubApi;

/// <summary>GraphQL: lists of discussions; anything else is an answer to another question and must be distinguished from a
/// discussion.</summary>
internal static class Discussions
{
    public static Task<string?> GraphAsync(Exchange exchange) =>
        exchange.Body?["data"]?["repository"]?["discussions"] is { } list ? ListedAsync(exchange, list) : BySectionAsync(exchange);

    // Recorded for narrower queries than the product's: what has no title or date is no item.
    private static async Task<string?> ListedAsync(Exchange exchange, JsonNode list)
    {
        await using var stage = Stage.Set(asked => asked.Number == 0 ? exchange : Nothing());
        var found = await stage.ListAsync("github-discussions", "any/repository");
        var expected = list["nodes"]!
            .AsArray()
            .Where(node => node?["title"] is not null && node["createdAt"] is not null)
            .Select(node =>
                (
                    Url: (string?)node!["url"] ?? $"https://github.com/any/repository/discussions/{node["number"]}",
                    Title: PlainText.Line((string)node["title"]!),
                    Author: (string?)node["author"]?["login"],
                    Comments: (int?)node["comments"]?["totalCount"] ?? 0
                )
            )
            .ToList();
        var actual = found.Select(facts => (facts.Address.Url, facts.Title, facts.Author, facts.Comments));
        var cursor = (bool?)list["pageInfo"]?["hasNextPage"] == true ? (string?)list["pageInfo"]!["endCursor"] : null;
        var asked = stage.Requests.Skip(1).FirstOrDefault()?.Body;
        return !actual.SequenceEqual(expected) ? $"{found.Count} of {expected.Count} discussions, or other ones"
            : (cursor is null) == (asked is null)
            && (cursor is null || JsonNode.Parse(asked!)!["variables"]!["after"]!.ToString() == cursor)
                ? null
            : $"after {cursor ?? "the last page"} was asked for {asked ?? "nothing"}";
    }

    private static async Task<string?> BySectionAsync(Exchange exchange)
    {
        await using var stage = Stage.Set(_ => exchange);
        return await Stage.FaultOfAsync(() => stage.FetchAsync("https://github.com/any/repository/discussions/1")) switch
        {
            null => "it was taken for a discussion",
            _ => null,
        };
    }

    private static Exchange Nothing() =>
        new(
            "",
            "",
            null,
            new JsonObject
            {
                ["status"] = 200,
                ["body"] = JsonNode.Parse("""{"data":{"repository":{"discussions":{"nodes":[],"pageInfo":{"hasNextPage":false}}}}}"""),
            },
            null
        );
}
