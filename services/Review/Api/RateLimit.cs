using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Review.Api;

/// <summary>Section <c>RateLimit</c>: what one person may ask of the API.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "RateLimit";

    /// <summary>Requests that may come at once.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 600;

    /// <summary>Requests a second in the long run.</summary>
    [Range(1, 1_000_000)]
    public int PerSecond { get; set; } = 60;
}

internal static class RateLimit
{
    public const string Policy = "api";

    public static void AddRateLimit(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<RateLimitOptions>(RateLimitOptions.Section);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Policy, PartitionOf);
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                    ? Math.Max(1, Math.Ceiling(after.TotalSeconds))
                    : 1;
                rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
                await Problems.Of(StatusCodes.Status429TooManyRequests, "api.too-many", wait).ExecuteAsync(rejected.HttpContext);
            };
        });
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value;
        return RateLimitPartition.GetTokenBucketLimiter(
            http.User.Identity?.Name ?? "",
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.Burst,
                TokensPerPeriod = options.PerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }
        );
    }
}
