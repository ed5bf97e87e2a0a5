using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>What an answer says about when its host may be asked again.</summary>
/// <param name="Until">Not to be asked before.</param>
/// <param name="Reason">Which limit was met.</param>
/// <remarks>
/// GitHub: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
/// </remarks>
internal sealed record RateLimitSignal(DateTimeOffset Until, PauseReason Reason)
{
    /// <summary>Where a limit names no time, or a shorter one.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>A host that asks for years is asked again after this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private static readonly string[] LimitWords = ["rate limit", "abuse detection"];

    /// <param name="status">Of the answer.</param>
    /// <param name="headers">Of the answer.</param>
    /// <param name="body">Of an answer that is an error: GitHub names its secondary limit only there.</param>
    /// <param name="now">The present time.</param>
    /// <returns>Null where the host may be asked again at once.</returns>
    public static RateLimitSignal? In(HttpStatusCode status, HttpResponseHeaders headers, string? body, DateTimeOffset now)
    {
        var asked = headers.RetryAfter is { } retry ? retry.Date ?? now + retry.Delta : null;
        var refused = status is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests;
        return Capped(
            now,
            (refused, Spent(headers)) switch
            {
                (true, true) => new RateLimitSignal(Latest(asked, Reset(headers, now) ?? now + Shortest), PauseReason.Spent),
                (true, false) when status is HttpStatusCode.TooManyRequests || asked is not null || NamesLimit(body) => new RateLimitSignal(
                    Latest(asked, now + Shortest),
                    PauseReason.Limited
                ),
                (false, true) when Reset(headers, now) is { } reset => new RateLimitSignal(Latest(asked, reset), PauseReason.Spent),
                _ when asked is not null && (int)status >= 400 => new RateLimitSignal(asked.Value, PauseReason.Busy),
                _ => null,
            }
        );
    }

    private static RateLimitSignal? Capped(DateTimeOffset now, RateLimitSignal? pause) =>
        pause is null || pause.Until <= now ? null : pause with { Until = pause.Until < now + Longest ? pause.Until : now + Longest };

    private static DateTimeOffset Latest(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;

    private static bool Spent(HttpResponseHeaders headers) =>
        headers.TryGetValues("x-ratelimit-remaining", out var remaining) && remaining.First() == "0";

    // A reset that has passed says nothing: the clocks differ, or the host is wrong.
    private static DateTimeOffset? Reset(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.TryGetValues("x-ratelimit-reset", out var reset)
        && long.TryParse(reset.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds > now.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, DateTimeOffset.MaxValue.ToUnixTimeSeconds()))
            : null;

    private static bool NamesLimit(string? body) =>
        body is not null && LimitWords.Any(words => body.Contains(words, StringComparison.OrdinalIgnoreCase));
}

internal enum PauseReason
{
    /// <summary>The budget of this part of the API is used up until it is filled again; other parts have their own.</summary>
    Spent,

    /// <summary>The host thinks that it is asked too much: each further time the wait doubles.</summary>
    Limited,

    /// <summary>The host named a time for another reason.</summary>
    Busy,
}
