using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Refit;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>How every upstream is called: named, retried, timed out, capped, and never led elsewhere.</summary>
internal static class UpstreamClient
{
    /// <summary>Section that tunes retries and timeouts, see <see cref="HttpStandardResilienceOptions"/>; 30 s in all by default.</summary>
    private const string ResilienceSection = "Resilience";

    private static readonly string Version =
        typeof(UpstreamClient).Assembly.GetName().Version?.ToString(2)
        ?? throw new InvalidOperationException("The assembly has no version.");

    /// <param name="builder">The service's builder.</param>
    /// <param name="address">Picks the upstream's address.</param>
    /// <param name="json">How its JSON is spelled.</param>
    public static IHttpClientBuilder AddUpstream<TApi>(
        this WebApplicationBuilder builder,
        Func<UpstreamOptions, Uri> address,
        RefitSettings json
    )
        where TApi : class
    {
        var client = builder
            .Services.AddRefitGeneratedClient<TApi>(json)
            .ConfigureHttpClient(
                (services, http) =>
                {
                    http.BaseAddress = address(services.GetRequiredService<IOptions<UpstreamOptions>>().Value);
                    Introduce(services, http);
                }
            )
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    AutomaticDecompression = DecompressionMethods.All,
                    UseCookies = false,
                }
            );
        Resist(client, builder);

        // Inside the resilience handler, so that its timeouts also cover the body and each redirect.
        return client
            .AddHttpMessageHandler(services => new SameUpstreamRedirectHandler(
                address(services.GetRequiredService<IOptions<UpstreamOptions>>().Value)
            ))
            .AddHttpMessageHandler(() => new ConditionalRequestHandler())
            .AddHttpMessageHandler(() => new ResponseCaptureHandler())
            .AddHttpMessageHandler(services => new ResponseSizeHandler(services.GetRequiredService<IOptions<UpstreamOptions>>()));
    }

    /// <summary>The same for the client of hosts that are no API: named, retried, timed out and capped.</summary>
    public static IHttpClientBuilder CallPolitely(this IHttpClientBuilder client, WebApplicationBuilder builder)
    {
        client.ConfigureHttpClient(Introduce);
        Resist(client, builder);
        return client
            .AddHttpMessageHandler(() => new ConditionalRequestHandler())
            .AddHttpMessageHandler(() => new ResponseCaptureHandler())
            .AddHttpMessageHandler(services => new ResponseSizeHandler(services.GetRequiredService<IOptions<UpstreamOptions>>()));
    }

    /// <summary>Shows a token with each request, where there is one.</summary>
    public static void SignIn(this HttpClient http, string? token)
    {
        if (!string.IsNullOrWhiteSpace(token))
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    private static void Introduce(IServiceProvider services, HttpClient http)
    {
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent(services.GetRequiredService<IOptions<CollectorOptions>>().Value.Contact));
    }

    private static void Resist(IHttpClientBuilder client, WebApplicationBuilder builder)
    {
        // Every client has a resilience handler by default; here it has to stand inside the wait for a turn.
#pragma warning disable EXTEXP0001
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001

        // Outside the resilience handler: waiting for a turn is not a slow answer, and a turn lasts until the last attempt.
        client.AddHttpMessageHandler(services => new ThrottlingHandler(
            services.GetRequiredService<IHostGate>(),
            services.GetRequiredService<TimeProvider>()
        ));
        client
            .AddStandardResilienceHandler()
            .Configure(options =>
            {
                options.Retry.ShouldHandle = attempt => ValueTask.FromResult(PassesSoon(attempt.Outcome));
                builder.Configuration.GetSection(ResilienceSection).Bind(options);
            })
            .SelectPipelineByAuthority();
    }

    // A host that names a time or a limit is left alone until then; the poll comes back.
    private static bool PassesSoon(Outcome<HttpResponseMessage> outcome) =>
        HttpClientResiliencePredicates.IsTransient(outcome)
        && outcome.Result is not ({ StatusCode: HttpStatusCode.TooManyRequests } or { Headers.RetryAfter: not null });

    private static string UserAgent(string? contact) =>
        string.IsNullOrWhiteSpace(contact) ? $"NewsEducator/{Version}" : $"NewsEducator/{Version} (+{contact})";
}
