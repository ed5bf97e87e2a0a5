using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>Requests with headers of their own, and answers as what they say.</summary>
internal static class HttpCalls
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static Task<HttpResponseMessage> SendAsync(
        this HttpClient client,
        string method,
        string address,
        object? body = null,
        string? key = null,
        string? tag = null
    )
    {
        var request = new HttpRequestMessage(new HttpMethod(method), address)
        {
            Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json),
        };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        // Whoever decides says what they have seen; most tests have nobody else beside them.
        tag ??= method == "PUT" && address.EndsWith("/decision", StringComparison.Ordinal) ? "*" : null;
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<T> ReadAsync<T>(this Task<HttpResponseMessage> answer) =>
        (await (await answer).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>(Json, TestContext.Current.CancellationToken))!;

    public static Task<T> GetAsync<T>(this HttpClient client, string address) => client.SendAsync("GET", address).ReadAsync<T>();

    public static async Task<string?> CodeAsync(this HttpResponseMessage answer) =>
        (await Desk.ProblemAsync(answer)).GetProperty("code").GetString();
}
