using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Connectors.YouTube;

namespace NewsEducator.Collector.Diagnosis;

/// <summary>YouTube's key for the Data API, where one is configured; else only whether YouTube answers.</summary>
/// <remarks>The API does not say what is left of the day's quota; the question costs one unit of 10,000.</remarks>
internal sealed class YouTubeCheck(UpstreamProbe probe, IOptions<UpstreamOptions> upstreams, IConfiguration settings) : IHealthCheck
{
    public const string Name = "youtube";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        settings[VideoFigures.KeySetting] is { Length: > 0 } key
            ? probe.AskAsync(
                "YouTube's Data API",
                "Upstreams__YouTubeData",
                new Uri(upstreams.Value.YouTubeData, $"youtube/v3/i18nLanguages?part=id&key={Uri.EscapeDataString(key)}"),
                null,
                Judge,
                cancellationToken
            )
            : probe.AskAsync(
                "YouTube",
                "Upstreams__YouTube",
                new Uri(upstreams.Value.YouTube, "robots.txt"),
                null,
                _ => HealthCheckResult.Healthy("YouTube answers; no YouTube__ApiKey, so length and likes are read from each video's page."),
                cancellationToken
            );

    private static HealthCheckResult Judge(UpstreamAnswer answer) =>
        answer.Status switch
        {
            HttpStatusCode.OK => HealthCheckResult.Healthy("YouTube's Data API takes the key."),
            HttpStatusCode.Forbidden when answer.Body.Contains("quotaExceeded", StringComparison.Ordinal) => HealthCheckResult.Degraded(
                "The day's quota of YouTube__ApiKey is spent until midnight Pacific time; until then each video's page is read instead."
            ),
            _ => HealthCheckResult.Unhealthy(
                $"YouTube's Data API refuses the key ({(int)answer.Status}): make one for the YouTube Data API v3 at https://console.cloud.google.com/apis/credentials and set YouTube__ApiKey."
            ),
        };
}
