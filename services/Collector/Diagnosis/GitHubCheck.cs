using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors.GitHub;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Diagnosis;

/// <summary>GitHub's token, until when it is valid, and what is left of its budget. Asking for that costs nothing of it.</summary>
/// <remarks>https://docs.github.com/en/rest/rate-limit/rate-limit</remarks>
internal sealed class GitHubCheck(UpstreamProbe probe, IOptions<UpstreamOptions> upstreams, IOptions<GitHubOptions> options) : IHealthCheck
{
    public const string Name = "github";

    private const string Renew = "make a new one at https://github.com/settings/tokens and set GitHub__Token";
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var token = string.IsNullOrWhiteSpace(options.Value.Token) ? null : options.Value.Token;
        return probe.AskAsync(
            "GitHub",
            "Upstreams__GitHub",
            new Uri(upstreams.Value.GitHub, "rate_limit"),
            token,
            answer => Judge(answer, token is not null),
            cancellationToken
        );
    }

    private static HealthCheckResult Judge(UpstreamAnswer answer, bool hasToken)
    {
        if (answer.Status is HttpStatusCode.Unauthorized)
        {
            return HealthCheckResult.Unhealthy($"GitHub refuses the token (401): {Renew}.");
        }

        if (RateLimitSignal.In(answer.Status, answer.Headers, answer.Body, answer.At) is { } pause)
        {
            return HealthCheckResult.Degraded($"GitHub asks for a pause until {pause.Until:u}; polls wait by themselves.");
        }

        if (BudgetOf(answer.Body) is not { } core)
        {
            // An own GitHub without limits answers 404.
            return answer.Status is HttpStatusCode.NotFound
                ? HealthCheckResult.Healthy("GitHub answers and has no rate limit.")
                : HealthCheckResult.Degraded(
                    $"GitHub answers {(int)answer.Status} and no rate limit: see whether a proxy answers in its place, or correct Upstreams__GitHub."
                );
        }

        var left = string.Create(
            CultureInfo.InvariantCulture,
            $"{core.Remaining} of {core.Limit} requests left until {DateTimeOffset.FromUnixTimeSeconds(core.Reset):HH:mm} UTC"
        );
        return core.Remaining == 0 ? HealthCheckResult.Degraded($"GitHub's budget is spent: {left}; polls wait by themselves.")
            : !hasToken
                ? HealthCheckResult.Degraded(
                    $"GitHub answers without a token, {left}. For discussions and 5000 requests an hour {Renew.Replace("a new one", "one", StringComparison.Ordinal)}."
                )
            : ExpiryOf(answer) is { } expiry && expiry - answer.At < Soon
                ? HealthCheckResult.Degraded($"GitHub's token ends on {expiry:yyyy-MM-dd}, {left}: {Renew}.")
            : HealthCheckResult.Healthy($"GitHub takes the token, {left}.");
    }

    // {"resources": {"core": {"limit": 5000, "remaining": 4999, "reset": 1372700873, "used": 1}, "search": {…}}, "rate": {…}}
    private static Budget? BudgetOf(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<RateLimits>(body, JsonSerializerOptions.Web)?.Resources?.Core;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // github-authentication-token-expiration: 2026-12-31 23:00:00 UTC
    private static DateTimeOffset? ExpiryOf(UpstreamAnswer answer) =>
        DateTimeOffset.TryParse(
            answer.Header("github-authentication-token-expiration")?.Replace(" UTC", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var expiry
        )
            ? expiry
            : null;

    private sealed record RateLimits(Resources? Resources);

    private sealed record Resources(Budget? Core);

    private sealed record Budget(long Limit, long Remaining, long Reset);
}
