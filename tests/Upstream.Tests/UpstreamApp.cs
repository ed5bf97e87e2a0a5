using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace NewsEducator.Upstream.Tests;

/// <summary>The server at a time that the test chooses. A client of it follows no redirect.</summary>
public sealed class UpstreamApp : IDisposable
{
    private readonly WebApplicationFactory<Program> _factory;

    public UpstreamApp()
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time))
        );
        Client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2027, 3, 1, 0, 20, 0, TimeSpan.Zero));

    public HttpClient Client { get; }

    public async Task<JsonNode> JsonAsync(string path)
    {
        using var response = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    public Task<string> TextAsync(string path) => Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<JsonNode> GraphQlAsync(string query, object variables)
    {
        using var response = await Client.PostAsJsonAsync(
            "/github/graphql",
            new { query, variables },
            TestContext.Current.CancellationToken
        );
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    public void Dispose() => _factory.Dispose();
}
