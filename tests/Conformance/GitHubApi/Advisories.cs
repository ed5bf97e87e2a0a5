using System.Text.Json.Nodes;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.GitHubApi;

/// <summary>Advisories: those that are public and stand are listed with their severity; a draft is refused.</summary>
internal static class Advisories
{
    public static Task<string?> AdvisoriesAsync(Exchange exchange) =>
        exchange.Body is JsonArray list ? ListedAsync(exchange, list) : FetchedAsync(exchange);

    private static async Task<string?> ListedAsync(Exchange exchange, JsonArray list)
    {
        await using var stage = Stage.Set(asked => asked.Number == 0 ? exchange : null);
        var found = await stage.ListAsync("github-advisories", "any");
        var expected = list.Where(each => each!["withdrawn_at"] is null)
            .Select(each =>
                (
                    $"https://github.com/advisories/{each!["ghsa_id"]}",
                    PlainText.Line((string)each["summary"]!),
                    $"severity: {each["severity"]}"
                )
            );
        return found
            .Where(facts => facts.Withdrawn is null)
            .Select(facts => (facts.Address.Url, facts.Title, facts.Labels[0]))
            .SequenceEqual(expected)
            ? Items.Paging(exchange, stage, "after")
            : $"{found.Count} of {list.Count} advisories, or other ones";
    }

    private static async Task<string?> FetchedAsync(Exchange exchange)
    {
        await using var stage = Stage.Set(_ => exchange);
        var url = (string)exchange.Body!["html_url"]!;
        if ((string?)exchange.Body!["state"] is "draft" or "triage")
        {
            return (await Stage.FaultOfAsync(() => stage.FetchAsync(url))) is not null ? null : "a draft was taken for an advisory";
        }

        var item = await stage.FetchAsync(url);
        var description = ((string?)exchange.Body!["description"] ?? "").Trim();
        return
            item.Facts.Title == PlainText.Line((string)exchange.Body!["summary"]!)
            && item.Parts[0].Text.StartsWith(description, StringComparison.Ordinal)
            ? null
            : "another advisory";
    }
}
