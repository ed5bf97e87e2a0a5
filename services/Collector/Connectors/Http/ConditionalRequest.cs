using System.Net;
using System.Net.Http.Headers;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>One poll as its host sees it: what is said with its first request, and what the answer to that says.</summary>
/// <remarks>
/// It travels with the asynchronous flow, so that a connector need not know of it: whichever client it uses, the first GET
/// of a poll is conditional. Later ones are not, a further page is only asked for when the first has changed.
/// </remarks>
internal sealed class ConditionalRequest
{
    private const int LongestValidator = 512;

    private static readonly AsyncLocal<ConditionalRequest?> Ambient = new();

    private const int MostUnread = 20;
    private const int LongestReason = 300;

    private readonly Validators? _known;
    private readonly List<string> _unread = [];
    private bool _answered;
    private bool _listing = true;

    private ConditionalRequest(Validators? known) => _known = known;

    public static ConditionalRequest? Current => Ambient.Value;

    /// <summary>What to send with the next poll; null where the host gave none.</summary>
    public Validators? Validators { get; private set; }

    /// <summary>The host says that nothing changed since.</summary>
    public bool NotModified { get; private set; }

    /// <summary>The host will say nothing new before: max-age, x-poll-interval, a feed's ttl.</summary>
    public TimeSpan Fresh { get; private set; }

    /// <summary>All requests of the flow from here on belong to this poll.</summary>
    /// <param name="known">What the host gave with the last answer.</param>
    public static ConditionalRequest Begin(Validators? known) => Ambient.Value = new ConditionalRequest(known);

    /// <summary>Parts of the list that could not be read, with the reasons; the first ones of many.</summary>
    public IReadOnlyList<string> Unread => _unread;

    /// <summary>A part of the list could not be read; the others are.</summary>
    public void Skip(string reason)
    {
        if (_listing && _unread.Count < MostUnread)
        {
            _unread.Add(reason.Length > LongestReason ? reason[..LongestReason] : reason);
        }
    }

    /// <summary>No sooner again than this.</summary>
    public void StayAway(TimeSpan time) => Fresh = time > Fresh ? time : Fresh;

    /// <summary>The list is read: what is asked for from here on is asked for as usual.</summary>
    public void ListRead() => (_answered, _listing) = (true, false);

    internal void Prepare(HttpRequestMessage request)
    {
        request.Headers.IfNoneMatch.Clear();
        request.Headers.Remove("If-Modified-Since");
        if (!_answered && _known is { } known && known.Url == request.RequestUri!.AbsoluteUri)
        {
            _ = known.ETag is { } tag && request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            _ = known.LastModified is { } time && request.Headers.TryAddWithoutValidation("If-Modified-Since", time);
        }
    }

    internal void Record(HttpRequestMessage request, HttpResponseMessage response)
    {
        // A redirect's target and a retry are still the first request.
        if (_answered || !(response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.NotModified))
        {
            return;
        }

        _answered = true;
        NotModified = response.StatusCode is HttpStatusCode.NotModified;
        StayAway(response.Headers.CacheControl?.MaxAge ?? TimeSpan.Zero);
        StayAway(PollInterval(response.Headers));
        var served = new Validators(request.RequestUri!.AbsoluteUri, Raw(response, "ETag"), Raw(response, "Last-Modified"));
        Validators = served switch
        {
            { ETag: null, LastModified: null } => NotModified ? _known : null,
            _ => served,
        };
    }

    private static TimeSpan PollInterval(HttpResponseHeaders headers) =>
        headers.TryGetValues("x-poll-interval", out var values) && int.TryParse(values.First(), out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;

    // As served: many hosts' tags are not of the form that a parser wants, and they want their own back.
    private static string? Raw(HttpResponseMessage response, string header) =>
        (response.Headers.TryGetValues(header, out var values) || response.Content.Headers.TryGetValues(header, out values))
        && string.Join(',', values) is { Length: > 0 and <= LongestValidator } value
            ? value
            : null;
}

/// <summary>What a host gave with its answer for that URL, to be given back with the next request.</summary>
internal sealed record Validators(string Url, string? ETag, string? LastModified);
