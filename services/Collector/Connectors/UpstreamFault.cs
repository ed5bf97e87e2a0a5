using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Connectors.Web;
using Refit;

namespace NewsEducator.Collector.Connectors;

/// <summary>Why an upstream did not serve something. What an answer means is decided here for APIs, pages, robots.txt and videos alike.</summary>
/// <param name="Kind">What follows from it.</param>
/// <param name="Detail">In words, without anything that a request's headers held.</param>
internal sealed record UpstreamFault(FaultKind Kind, string Detail)
{
    /// <summary>Where the upstream redirects to, if that is away from itself.</summary>
    public Uri? RedirectedTo { get; init; }

    /// <summary>The upstream asked not to be asked before.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Nothing went wrong: the upstream was left alone, see <see cref="NotBefore"/>.</summary>
    public bool NotAsked { get; init; }

    /// <summary>Asking again would give the same.</summary>
    public bool Lasting => Kind is FaultKind.Gone;

    /// <returns>Null where the error is not an upstream's.</returns>
    public static UpstreamFault? Of(Exception error, DateTimeOffset now) => error switch
    {
        WebFaultException refused => refused.Fault,
        UnreadableException unreadable => new UpstreamFault(unreadable.Kind, unreadable.Message),
        ApiRequestException { InnerException: UnreadableException unreadable } => new UpstreamFault(unreadable.Kind, unreadable.Message),
        ApiRequestException { InnerException: HostRestsException rests } => Rest(rests),
        HostRestsException rests => Rest(rests),
        ApiRequestException transport => new UpstreamFault(FaultKind.Later, $"{Path(transport)}: {transport.InnerException?.Message ?? transport.Message}"),
        ApiException { InnerException: JsonException } garbled =>
            new UpstreamFault(FaultKind.Later, $"{Path(garbled)} answered with something else than the expected JSON"),
        ApiException answer => Answered(answer.Uri, answer.StatusCode, answer.ReasonPhrase, answer.Headers, answer.Content, now),
        _ => null,
    };

    /// <param name="asked">The address.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="reason">Its reason phrase.</param>
    /// <param name="headers">Of the answer.</param>
    /// <param name="body">Of the answer, as far as it was read.</param>
    /// <param name="now">The present time.</param>
    public static UpstreamFault Answered(
        Uri? asked, HttpStatusCode status, string? reason, HttpResponseHeaders headers, string? body, DateTimeOffset now)
    {
        var pause = Pause.In(status, headers, body, now);
        return new UpstreamFault(Meaning(status, pause), $"{asked?.AbsolutePath ?? "the upstream"} answered {(int)status} {reason}".TrimEnd())
        {
            RedirectedTo = (int)status is >= 300 and < 400 && headers.Location is { } target && asked is not null && Uri.TryCreate(asked, target, out var away)
                ? away
                : null,
            NotBefore = pause?.Until,
        };
    }

    /// <summary>The error as a fault, also where it is none of an upstream's: one that nobody foresaw ends an item's attempt, not its source.</summary>
    public static UpstreamFault OfAny(Exception error, DateTimeOffset now) =>
        Of(error, now) ?? new UpstreamFault(FaultKind.Later, $"{error.GetType().Name}: {error.Message}");

    private static FaultKind Meaning(HttpStatusCode status, Pause? pause) => status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => FaultKind.Gone,
        HttpStatusCode.TooManyRequests => FaultKind.Limited,
        _ when pause is { Reason: not PauseReason.Busy } => FaultKind.Limited,
        HttpStatusCode.Unauthorized or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden or HttpStatusCode.UnavailableForLegalReasons => FaultKind.Forbidden,
        _ => FaultKind.Later,
    };

    private static UpstreamFault Rest(HostRestsException rests) => new(FaultKind.Limited, rests.Message) { NotBefore = rests.Until, NotAsked = true };

    private static string Path(ApiExceptionBase error) => error.Uri?.AbsolutePath ?? "the upstream";
}
