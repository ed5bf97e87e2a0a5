using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Net;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>Asks receivers, each time over a checked address, and follows no redirect.</summary>
internal sealed class WebhookClient : IDisposable
{
    private const int LongestAnswer = 1000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly HttpClient _public;
    private readonly HttpClient _private;
    private readonly WebhookOptions _options;
    private readonly WebhookSecret _secret;
    private readonly TimeProvider _time;

    public WebhookClient(IOptions<WebhookOptions> options, WebhookSecret secret, TimeProvider time)
    {
        (_options, _secret, _time) = (options.Value, secret, time);
        var connection = PublicConnection.Real(reason => new IOException(
            $"{reason}. {WebhookOptions.ListName} allows receivers in your own network"
        ));
        _public = ClientOf(new SocketsHttpHandler { ConnectCallback = connection.ConnectAsync });
        _private = ClientOf(new SocketsHttpHandler());
    }

    /// <summary>The bytes that are sent are the bytes that were signed.</summary>
    /// <returns>Also how long the receiver asks to be left alone; null where it does not.</returns>
    public async Task<(DeliveryAttempt Attempt, TimeSpan? RetryAfter)> SendAsync(
        Webhook webhook,
        WebhookDelivery delivery,
        AnnouncedEvent announced,
        CancellationToken cancellationToken
    )
    {
        var (at, started) = (_time.GetUtcNow(), Stopwatch.GetTimestamp());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        var (status, answer, error, retryAfter) = ((int?)null, (string?)null, (string?)null, (TimeSpan?)null);
        try
        {
            using var request = RequestOf(webhook, announced.Id, delivery.IsReplay ? announced.ReplayBody() : announced.Body, at);
            var url = request.RequestUri!;
            using var response = await (_options.IsPrivate(url) ? _private : _public).SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                limit.Token
            );
            status = (int)response.StatusCode;
            retryAfter = response.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - at : null;
            answer = await BeginningAsync(response, limit.Token);
            error = response.IsSuccessStatusCode ? null : $"answered {status}, expected 2xx";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            error = $"no answer within {Limit.TotalSeconds:0} s";
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            error = failure.InnerException?.Message ?? failure.Message;
        }

        var attempt = new DeliveryAttempt
        {
            DeliveryId = delivery.Id,
            At = at,
            Milliseconds = (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            Status = status,
            Answer = answer,
            Error = PlainText.Line(error, LongestAnswer) is { Length: > 0 } line ? line : null,
        };
        return (attempt, retryAfter);
    }

    public void Dispose()
    {
        _public.Dispose();
        _private.Dispose();
    }

    private HttpRequestMessage RequestOf(Webhook webhook, Guid eventId, string body, DateTimeOffset at)
    {
        var id = eventId.ToString();
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", $"{at.ToUnixTimeSeconds()}");
        request.Headers.Add("webhook-signature", _secret.Sign(webhook, id, at, body));
        request.Headers.UserAgent.ParseAdd("NewsEducator/1.0");
        return request;
    }

    /// <summary>The status alone decides: whoever said 200 and never ends the answer has the event.</summary>
    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (bytes, count) = (new byte[LongestAnswer], 0);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            for (var read = -1; count < bytes.Length && read != 0; count += read)
            {
                read = await body.ReadAsync(bytes.AsMemory(count), cancellationToken);
            }
        }
        catch (Exception broken) when (broken is OperationCanceledException or HttpRequestException or IOException)
        {
            // What came until then is shown.
        }

        return PlainText.Line(Encoding.UTF8.GetString(bytes, 0, count).Replace("\0", "", StringComparison.Ordinal), LongestAnswer);
    }

    private static HttpClient ClientOf(SocketsHttpHandler handler)
    {
        (handler.AllowAutoRedirect, handler.UseCookies, handler.UseProxy) = (false, false, false);
        (handler.ActivityHeadersPropagator, handler.PooledConnectionLifetime) = (null, TimeSpan.FromMinutes(1));
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
