using System.Globalization;

namespace NewsEducator.Upstream.GitHub;

/// <summary>Counts as GitHub counts and says so in each answer; it never refuses, for a demo has no token.</summary>
/// <remarks><c>Samples:RequestsAnHour</c> sets another limit than GitHub's for a person.</remarks>
internal sealed class RateLimit(TimeProvider time, IConfiguration configuration) : IEndpointFilter
{
    private readonly int _limit = configuration.GetValue("Samples:RequestsAnHour", 5000);
    private readonly Lock _lock = new();
    private DateTimeOffset _reset;
    private int _used;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (used, reset) = Count();
        var headers = context.HttpContext.Response.Headers;
        headers["X-GitHub-Media-Type"] = "github.v3; format=json";
        headers["X-GitHub-Request-Id"] = context.HttpContext.TraceIdentifier;
        headers["X-RateLimit-Limit"] = _limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = Math.Max(0, _limit - used).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Used"] = used.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Resource"] = "core";
        headers.CacheControl = "public, max-age=60, s-maxage=60";
        return await next(context);
    }

    private (int Used, DateTimeOffset Reset) Count()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now >= _reset)
            {
                (_used, _reset) = (0, now.AddHours(1));
            }

            return (++_used, _reset);
        }
    }
}
