using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>A reviewer with nothing but the public API.</summary>
internal sealed class Desk(Uri review, string token) : IDisposable
{
    private readonly HttpClient _http = new()
    {
        BaseAddress = review,
        Timeout = TimeSpan.FromSeconds(100),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    public Task<JsonNode> CutAsync() => SendAsync(HttpMethod.Post, "/api/packs", Json("{}"));

    public Task<JsonNode> GetPackAsync(string date) => SendAsync(HttpMethod.Get, $"/api/packs/{date}");

    public Task<JsonNode> ReleaseAsync(string date) =>
        SendAsync(HttpMethod.Post, $"/api/packs/{date}/release", Json("""{"confirm":true}"""));

    public Task<JsonNode> ImportAsync(string file) => SendAsync(HttpMethod.Post, "/api/packs/import", Markdown(file));

    /// <summary>Imports a pack and waits until each of its sources is fetched and screened, which a busy machine does after the
    /// answer.</summary>
    public async Task<JsonNode> ImportScreenedAsync(string file)
    {
        var date = (string)(await ImportAsync(file))["date"]!;
        return await Eventually.GetAsync(
            () => GetPackAsync(date),
            pack => pack["candidates"]!.AsArray().All(each => each!["verdict"] is not null),
            "verdicts",
            seconds: 120
        );
    }

    /// <summary>Decides whatever version there is.</summary>
    public Task<JsonNode> DecideAsync(string candidateId, string decision) =>
        SendAsync(HttpMethod.Put, $"/api/candidates/{candidateId}/decision", Json($$"""{"decision":"{{decision}}"}"""), ifMatch: "*");

    public async Task<(string File, string ETag)> GetFileAsync(string date)
    {
        using var response = await _http.GetAsync($"/api/packs/{date}.md");
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsStringAsync(), response.Headers.ETag!.ToString());
    }

    public async Task<(HttpStatusCode Status, JsonNode? Answer)> PutFileAsync(string date, string file, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/packs/{date}.md") { Content = Markdown(file) };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync()));
    }

    public void Dispose() => _http.Dispose();

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static StringContent Markdown(string file) => new(file, Encoding.UTF8, "text/markdown");

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new HttpRequestException($"{method} {path}: {(int)response.StatusCode} {text}", null, response.StatusCode);
    }
}
