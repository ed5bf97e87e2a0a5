using System.Text.Json;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Connectors.Web;
using Refit;

namespace NewsEducator.Collector.Connectors;

/// <summary>Why an upstream did not serve something; for an HTTP status see <see cref="HttpStatusFault"/>.</summary>
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

    /// <returns>How many looks in a row have missed it, this one included: a host that was not even asked says nothing of it.</returns>
    public int MissesAfter(int former) =>
        Lasting ? former + 1
        : NotAsked ? former
        : 0;

    /// <returns>Null where the error is not an upstream's.</returns>
    public static UpstreamFault? Of(Exception error, DateTimeOffset now) =>
        error switch
        {
            WebFaultException refused => refused.Fault,
            UnreadableException unreadable => new UpstreamFault(unreadable.Kind, unreadable.Message),
            ApiRequestException { InnerException: UnreadableException unreadable } => new UpstreamFault(
                unreadable.Kind,
                unreadable.Message
            ),
            ApiRequestException { InnerException: HostThrottledException rests } => Rest(rests),
            HostThrottledException rests => Rest(rests),
            ApiRequestException transport => new UpstreamFault(
                FaultKind.Later,
                $"{Path(transport)}: {transport.InnerException?.Message ?? transport.Message}"
            ),
            ApiException { InnerException: JsonException } garbled => new UpstreamFault(
                FaultKind.Later,
                $"{Path(garbled)} answered with something else than the expected JSON"
            ),
            ApiException answer => HttpStatusFault.Of(
                answer.Uri,
                answer.StatusCode,
                answer.ReasonPhrase,
                answer.Headers,
                answer.Content,
                now
            ),
            _ => null,
        };

    /// <summary>The error as a fault, also where it is none of an upstream's: one that nobody foresaw ends an item's attempt, not its
    /// source.</summary>
    public static UpstreamFault OfAny(Exception error, DateTimeOffset now) =>
        Of(error, now) ?? new UpstreamFault(FaultKind.Later, $"{error.GetType().Name}: {error.Message}");

    private static UpstreamFault Rest(HostThrottledException rests) =>
        new(FaultKind.Limited, rests.Message) { NotBefore = rests.Until, NotAsked = true };

    private static string Path(ApiExceptionBase error) => error.Uri?.AbsolutePath ?? "the upstream";
}
