using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NewsEducator.Collector.Connectors.Web;
using Refit;

namespace NewsEducator.Collector.Connectors;

/// <summary>Why an upstream did not serve something, read from what its client threw.</summary>
/// <param name="Lasting">Asking again would give the same.</param>
/// <param name="Detail">In words, without anything that a request's headers held.</param>
internal sealed record UpstreamFault(bool Lasting, string Detail)
{
    /// <summary>Where the upstream redirects to, if that is away from itself.</summary>
    public Uri? RedirectedTo { get; init; }

    /// <summary>The upstream asked not to be asked before.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <returns>Null where the error is not an upstream's.</returns>
    public static UpstreamFault? Of(Exception error, DateTimeOffset now) => error switch
    {
        WebFaultException refused => refused.Fault,
        UnreadableException unreadable => new UpstreamFault(Lasting: true, unreadable.Message),
        ApiRequestException { InnerException: UnreadableException unreadable } => new UpstreamFault(Lasting: true, unreadable.Message),
        ApiRequestException transport => new UpstreamFault(Lasting: false, $"{Path(transport)}: {transport.InnerException?.Message ?? transport.Message}"),
        ApiException { InnerException: JsonException } garbled =>
            new UpstreamFault(Lasting: true, $"{Path(garbled)} answered with something else than the expected JSON"),
        ApiException answer => OfAnswer(answer, now),
        _ => null,
    };

    private static UpstreamFault OfAnswer(ApiException answer, DateTimeOffset now)
    {
        var detail = $"{Path(answer)} answered {(int)answer.StatusCode} {answer.ReasonPhrase}".TrimEnd();
        return answer.StatusCode switch
        {
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new UpstreamFault(Lasting: true, detail)
            {
                RedirectedTo = answer.Headers.Location is { } target && answer.Uri is { } from ? new Uri(from, target) : null,
            },
            HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.UnavailableForLegalReasons => new UpstreamFault(Lasting: true, detail),
            _ => new UpstreamFault(Lasting: false, detail) { NotBefore = NotBeforeOf(answer.Headers, now) },
        };
    }

    private static string Path(ApiExceptionBase error) => error.Uri?.AbsolutePath ?? "the upstream";

    private static DateTimeOffset? NotBeforeOf(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (headers.RetryAfter is { } retry)
        {
            return retry.Date ?? now + retry.Delta;
        }

        return headers.TryGetValues("x-ratelimit-remaining", out var remaining) && remaining.First() == "0"
            && headers.TryGetValues("x-ratelimit-reset", out var reset)
            && long.TryParse(reset.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, DateTimeOffset.MaxValue.ToUnixTimeSeconds()))
                : null;
    }
}
