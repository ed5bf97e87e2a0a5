using System.Globalization;
using System.Text.Json.Nodes;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Conformance.GitHubApi;

/// <summary>Budgets, limits and validators: what holds for the next request.</summary>
internal static class Limits
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <summary>The host is left alone from now on: until its reset, for its Retry-After, for a minute at least.</summary>
    public static async Task<string?> RefusedAsync(Exchange exchange)
    {
        await using var stage = Stage.Set(_ => exchange);
        var before = TimeProvider.System.GetUtcNow();
        var fault = await Stage.FaultOfAsync(() => stage.ListAsync("github-issues", "any/repository"));
        var due =
            exchange.Category == "primary_limit" && Reset(exchange) > before
                ? Reset(exchange)!.Value
                : Later(RetryAfter(exchange, before), before + TimeSpan.FromMinutes(1));
        return (stage.Requests.Count, stage.Pauses.FirstOrDefault(), fault) switch
        {
            (not 1, _, _) => $"{stage.Requests.Count} requests were made",
            (_, null, _) => "no pause was taken",
            (_, { } pause, _) when pause.Until < due - Slack || pause.Until > due + Slack =>
                $"a pause until {pause.Until:O} was taken instead of {due:O}",
            (_, _, { Lasting: false, NotBefore: not null }) => null,
            _ => "the poll does not know when to come back",
        };
    }

    /// <summary>An answer about budgets is none of a list; a pause follows from its headers only where nothing is left.</summary>
    public static async Task<string?> BudgetAsync(Exchange exchange)
    {
        await using var stage = Stage.Set(_ => exchange);
        var fault = await Stage.FaultOfAsync(() => stage.ListAsync("github-issues", "any/repository"));
        var spent = exchange.Header("x-ratelimit-remaining") == "0" && Reset(exchange) > TimeProvider.System.GetUtcNow();
        return fault is null ? "it was taken for a list"
            : stage.Pauses.IsEmpty == spent ? "the budget was misread"
            : null;
    }

    public static async Task<string?> NotModifiedAsync(Exchange exchange)
    {
        var tag = exchange.RequestHeader("If-None-Match") ?? exchange.Header("ETag");
        var time = exchange.RequestHeader("If-Modified-Since");
        await using var stage = Stage.Set(asked => asked.Number == 0 ? First(tag, time) : exchange);
        var first = ConditionalRequest.Begin(known: null);
        await stage.ListAsync("github-issues", "any/repository");
        var second = ConditionalRequest.Begin(first.Validators);
        await Stage.FaultOfAsync(() => stage.ListAsync("github-issues", "any/repository"));
        var asked = stage.Requests.Last();
        return asked.IfNoneMatch != (tag ?? "") || asked.IfModifiedSince != (time ?? "")
                ? $"asked with {asked.IfNoneMatch} {asked.IfModifiedSince} instead of {tag} {time}"
            : !second.NotModified ? "304 was not understood"
            : second.Validators is null ? "the tag was forgotten"
            : null;
    }

    private static Exchange First(string? tag, string? time)
    {
        var headers = new JsonObject();
        if (tag is not null)
        {
            headers["ETag"] = tag;
        }

        if (time is not null)
        {
            headers["Last-Modified"] = time;
        }

        return new Exchange(
            "",
            "",
            null,
            new JsonObject
            {
                ["status"] = 200,
                ["headers"] = headers,
                ["body"] = new JsonArray(),
            },
            null
        );
    }

    private static DateTimeOffset? Reset(Exchange exchange) =>
        long.TryParse(exchange.Header("x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static DateTimeOffset? RetryAfter(Exchange exchange, DateTimeOffset now) =>
        exchange.Header("Retry-After") switch
        {
            null => null,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) => now.AddSeconds(seconds),
            var text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
        };

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}
