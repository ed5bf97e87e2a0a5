using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsEducator.ServiceDefaults.Diagnosis;

namespace NewsEducator.Collector.Diagnosis;

/// <summary>One request to an upstream, as the collector itself asks, but without retries and without waiting for its turn.</summary>
internal sealed class UpstreamProbe(IHttpClientFactory clients, TimeProvider time)
{
    public const string Client = "doctor";

    private const int MostBytes = 64 * 1024;

    /// <param name="name">Of the upstream, for people.</param>
    /// <param name="setting">That names its address.</param>
    /// <param name="address">What is asked for.</param>
    /// <param name="token">Sent as a bearer token; null sends none.</param>
    /// <param name="judge">What the answer means.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<HealthCheckResult> AskAsync(
        string name,
        string setting,
        Uri address,
        string? token,
        Func<UpstreamAnswer, HealthCheckResult> judge,
        CancellationToken cancellationToken
    )
    {
        var server = $"{name} at {address.Host}";
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        try
        {
            var asked = time.GetUtcNow();
            using var response = await client.SendAsync(request, cancellationToken);
            var answered = time.GetUtcNow();
            var answer = new UpstreamAnswer(
                response.StatusCode,
                response.Headers,
                await response.Content.ReadAsStringAsync(cancellationToken),
                answered
            );
            var clock = response.Headers.Date is { } theirs ? ClockDifference.Of(asked, answered, theirs, server).Fault : null;
            return clock is not null ? HealthCheckResult.Unhealthy(clock)
                : (int)answer.Status >= 500
                    ? HealthCheckResult.Degraded(
                        $"{server} is in trouble ({(int)answer.Status}): nothing to do here, polls go on by themselves."
                    )
                : judge(answer);
        }
        catch (Exception away)
            when (away is HttpRequestException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var why = away is HttpRequestException ? away.Message : "no answer in time";
            return HealthCheckResult.Unhealthy(
                $"{server} does not answer ({why.TrimEnd('.')}): check network, proxy and firewall of this machine, or {setting}."
            );
        }
    }

    public static void Add(WebApplicationBuilder builder)
    {
        var client = builder.Services.AddHttpClient(Client);
#pragma warning disable EXTEXP0001 // The default pipeline asks again; here the first answer is wanted.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        client
            .ConfigureHttpClient(http =>
            {
                http.Timeout = TimeSpan.FromSeconds(10);
                http.MaxResponseContentBufferSize = MostBytes;
                http.DefaultRequestHeaders.UserAgent.ParseAdd("NewsEducator");
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        builder.Services.AddSingleton<UpstreamProbe>();
        builder
            .Services.AddHealthChecks()
            .AddOnRequest<GitHubCheck>(GitHubCheck.Name)
            .AddOnRequest<YouTubeCheck>(YouTubeCheck.Name)
            .AddOnRequest<HuggingFaceCheck>(HuggingFaceCheck.Name);
    }
}

/// <summary>What an upstream answered.</summary>
internal sealed record UpstreamAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, string Body, DateTimeOffset At)
{
    /// <returns>The first value of a header; null where the answer lacks it.</returns>
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.First() : null;
}
