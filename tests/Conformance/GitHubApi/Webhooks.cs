using System.Text.Json.Nodes;
using NewsEducator.Collector.Hooks;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.GitHubApi;

/// <summary>Which item a payload is about, and whether it still stands.</summary>
internal static class Webhooks
{
    public static Task<string?> ReadAsync(Exchange exchange) => Task.FromResult(Judge(exchange.Payload!));

    private static string? Judge(JsonNode payload)
    {
        var hook = GitHubHook.Read(payload.ToJsonString());
        if (payload["release"] is not null)
        {
            return hook is null ? null : "a release was taken for an item";
        }

        var item = payload["issue"] ?? payload["discussion"];
        var advisory = payload["security_advisory"] ?? payload["alert"]?["security_advisory"] ?? payload["alert"];
        var url = (string?)item?["html_url"] ?? $"https://github.com/advisories/{advisory?["ghsa_id"]}";
        var title = (string?)item?["title"] ?? (string?)advisory?["summary"] ?? (string?)advisory?["ghsa_id"];
        var isSpam = (string?)payload["action"] is "locked" && (string?)item?["active_lock_reason"] is "spam";
        var gone = (payload["comment"] is null && (string?)payload["action"] is "deleted" or "transferred" or "withdrawn") || isSpam;
        return hook is null ? "nothing was read"
            : hook.Facts.Address.Url != url ? $"{hook.Facts.Address.Url} instead of {url}"
            : hook.Facts.Title != PlainText.Line(title!) ? $"the title is {hook.Facts.Title}"
            : (hook.Facts.Withdrawn is not null) != gone ? $"withdrawn: {hook.Facts.Withdrawn}"
            : null;
    }
}
