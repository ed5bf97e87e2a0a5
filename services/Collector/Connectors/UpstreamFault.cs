using System.Net;
using System.Text.Json;
using NewsEducator.Collector.Connectors.Http;
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

    /// <summary>Nothing went wrong: the upstream was left alone, see <see cref="NotBefore"/>.</summary>
    public bool NotAsked { get; init; }

    /// <returns>Null where the error is not an upstream's.</returns>
    public static UpstreamFault? Of(Exception error, DateTimeOffset now) => error switch
    {
        WebFaultException refused => refused.Fault,
        UnreadableException unreadable => new UpstreamFault(unreadable.Lasting, unreadable.Message),
        ApiRequestException { InnerException: UnreadableException unreadable } => new UpstreamFault(unreadable.Lasting, unreadable.Message),
        ApiRequestException { InnerException: HostRestsException rests } => Rest(rests),
        HostRestsException rests => Rest(rests),
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
            _ => new UpstreamFault(Lasting: false, detail) 
            {
                NotBefore = Pause.In(answer.StatusCode, answer.Headers, answer.Content, now)?.Until,
            },
        };
    }

    private static UpstreamFault Rest(HostRestsException rests) => new(Lasting: false, rests.Message) { NotBefore = rests.Until, NotAsked = true };

    private static string Path(ApiExceptionBase error) => error.Uri?.AbsolutePath ?? "the upstream";
}
