using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsEducator.Review.Operations;

/// <summary>Asks the other services for whoever is signed in.</summary>
internal sealed class ServiceCalls(IHttpClientFactory clients, string clientName)
{
    public const string Publisher = "publisher";

    public static readonly IReadOnlyList<string> Neighbours = ["collector", "summarizer", "compliance", Publisher];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>As the services write.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <returns>Null where the service does not answer, does not know it or refuses.</returns>
    public async Task<T?> GetAsync<T>(string service, string path, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await SendAsync(HttpMethod.Get, service, path, null, cancellationToken);
        return answer.Read<T>();
    }

    public Task<ServiceResponse> PostAsync<T>(
        string service,
        string path,
        T body,
        CancellationToken cancellationToken,
        TimeSpan? patience = null
    ) => SendAsync(HttpMethod.Post, service, path, JsonContent.Create(body, options: Json), cancellationToken, patience: patience);

    /// <param name="method">The method.</param>
    /// <param name="service">Its name for service discovery.</param>
    /// <param name="path">With the query.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="ifMatch">The ETag of what is changed.</param>
    /// <param name="patience">How long it may take; five seconds by default.</param>
    public async Task<ServiceResponse> SendAsync(
        HttpMethod method,
        string service,
        string path,
        HttpContent? body,
        CancellationToken cancellationToken,
        string? ifMatch = null,
        TimeSpan? patience = null
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience ?? Patience);
        using var request = new HttpRequestMessage(method, $"http://{service}{path}") { Content = body };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        try
        {
            using var response = await clients.CreateClient(clientName).SendAsync(request, limit.Token);
            var text = await response.Content.ReadAsStringAsync(limit.Token);
            return new ServiceResponse((int)response.StatusCode, text, response.Headers.ETag?.ToString());
        }
        catch (Exception error)
            when (error is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new ServiceResponse(0, "", null);
        }
    }
}
