using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Connectors.HuggingFace;

namespace NewsEducator.Collector.Diagnosis;

/// <summary>The Hub's token, where one is configured; else only whether the Hub answers.</summary>
internal sealed class HuggingFaceCheck(UpstreamProbe probe, IOptions<UpstreamOptions> upstreams, IOptions<HuggingFaceOptions> options)
    : IHealthCheck
{
    public const string Name = "huggingface";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var token = string.IsNullOrWhiteSpace(options.Value.Token) ? null : options.Value.Token;
        return probe.AskAsync(
            "Hugging Face",
            "Upstreams__HuggingFace",
            new Uri(upstreams.Value.HuggingFace, token is null ? "api/daily_papers?limit=1" : "api/whoami-v2"),
            token,
            answer => Judge(answer, token is not null),
            cancellationToken
        );
    }

    private static HealthCheckResult Judge(UpstreamAnswer answer, bool hasToken) =>
        hasToken && answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            ? HealthCheckResult.Unhealthy(
                $"Hugging Face refuses the token ({(int)answer.Status}): make a new one at https://huggingface.co/settings/tokens and set HuggingFace__Token."
            )
        : RateLimitSignal.In(answer.Status, answer.Headers, answer.Body, answer.At) is { } pause
            ? HealthCheckResult.Degraded($"Hugging Face asks for a pause until {pause.Until:u}; polls wait by themselves.")
        : HealthCheckResult.Healthy($"Hugging Face {(hasToken ? "takes the token" : "answers without a token")}{LeftOf(answer)}.");

    // RateLimit: "api";r=499;t=271 (the IETF's draft: left, and seconds until it is filled again)
    private static string LeftOf(UpstreamAnswer answer) =>
        answer.Header("RateLimit")?.Split(';').FirstOrDefault(part => part.StartsWith("r=", StringComparison.Ordinal)) is { } left
            ? $", {left["r=".Length..]} requests left of the present window"
            : "";
}
