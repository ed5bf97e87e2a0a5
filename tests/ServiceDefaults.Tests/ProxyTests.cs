using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary>The tests call from 127.0.0.1, which is a proxy where it is configured as one.</summary>
public sealed class ProxyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null, "127.0.0.1 http 127.0.0.1")]
    [InlineData("Proxy:Addresses:0", "127.0.0.1", "203.0.113.7 https news.example")]
    [InlineData("Proxy:Networks:0", "127.0.0.0/8", "203.0.113.7 https news.example")]
    [InlineData("Proxy:Networks:0", "10.0.0.0/8", "127.0.0.1 http 127.0.0.1")]
    public async Task Only_a_known_proxy_says_who_calls_and_how(string? key, string? value, string seen)
    {
        await using var service = await StartAsync(key, value);
        // The caller's own claim comes first in the header; the proxy adds what it saw.
        (await SayAsync(service, "198.51.100.1, 203.0.113.7")).ShouldBe(seen);
    }

    [Fact]
    public async Task Bad_tokens_behind_a_proxy_lock_out_their_sender_and_nobody_else()
    {
        await using var service = await StartAsync("Proxy:Addresses:0", "127.0.0.1");
        foreach (var _ in Enumerable.Range(1, 9))
        {
            (await GuessAsync(service, "203.0.113.7", "guess")).ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await GuessAsync(service, "203.0.113.7", "guess")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await GuessAsync(service, "203.0.113.8", "operator")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Proxy:Addresses:0", "proxy.example")]
    [InlineData("Proxy:Networks:0", "10.0.0.0/99")]
    public async Task What_is_no_address_keeps_the_service_from_starting(string key, string value) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(key, value))).Message.ShouldContain("Proxy:");

    private static Task<EmptyService> StartAsync(string? key, string? value) =>
        EmptyService.StartAsync(
            app =>
            {
                app.MapGet(
                        "/seen",
                        (HttpContext http) =>
                            $"{http.Connection.RemoteIpAddress?.MapToIPv4()} {http.Request.Scheme} {http.Request.Host.Host}"
                    )
                    .AllowAnonymous();
                app.MapGet("/guarded", () => "");
            },
            key is null ? [] : [(key, value)]
        );

    private static async Task<string> SayAsync(EmptyService service, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/seen")
        {
            Headers =
            {
                { "X-Forwarded-For", forwardedFor },
                { "X-Forwarded-Proto", "https" },
                { "X-Forwarded-Host", "news.example" },
            },
        };
        return await (await service.Http.SendAsync(request, Cancel)).Content.ReadAsStringAsync(Cancel);
    }

    private static async Task<HttpStatusCode> GuessAsync(EmptyService service, string from, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/guarded")
        {
            Headers = { { "X-Forwarded-For", from }, { "Authorization", $"Bearer {token}" } },
        };
        return (await service.Http.SendAsync(request, Cancel)).StatusCode;
    }
}
