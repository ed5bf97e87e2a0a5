using System.Net;
using System.Net.Http.Headers;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>What an HTTP status means for an item and its source: the one place, for APIs, pages, robots.txt and videos alike.</summary>
internal static class HttpStatusFault
{
    /// <param name="asked">The address.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="reason">Its reason phrase.</param>
    /// <param name="headers">Of the answer.</param>
    /// <param name="body">Of the answer, as far as it was read.</param>
    /// <param name="now">The present time.</param>
    public static UpstreamFault Of(
        Uri? asked,
        HttpStatusCode status,
        string? reason,
        HttpResponseHeaders headers,
        string? body,
        DateTimeOffset now
    )
    {
        var pause = RateLimitSignal.In(status, headers, body, now);
        return new UpstreamFault(
            KindOf(status, pause),
            $"{asked?.AbsolutePath ?? "the upstream"} answered {(int)status} {reason}".TrimEnd()
        )
        {
            RedirectedTo =
                (int)status is >= 300 and < 400
                && headers.Location is { } target
                && asked is not null
                && Uri.TryCreate(asked, target, out var away)
                    ? away
                    : null,
            NotBefore = pause?.Until,
        };
    }

    private static FaultKind KindOf(HttpStatusCode status, RateLimitSignal? pause) =>
        status switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => FaultKind.Gone,
            HttpStatusCode.TooManyRequests => FaultKind.Limited,
            _ when pause is { Reason: not PauseReason.Busy } => FaultKind.Limited,
            HttpStatusCode.Unauthorized
            or HttpStatusCode.PaymentRequired
            or HttpStatusCode.Forbidden
            or HttpStatusCode.UnavailableForLegalReasons => FaultKind.Forbidden,
            _ => FaultKind.Later,
        };
}
