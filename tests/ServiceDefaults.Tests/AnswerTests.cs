using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary>What every service answers and logs, whatever its endpoints are.</summary>
public sealed class AnswerTests
{
    private const string Inside = "Host=db;Password=canary";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/fails")]
    [InlineData("/fails/late")]
    public async Task A_failure_that_nobody_foresaw_tells_nothing_of_the_inside(string path)
    {
        await using var service = await StartAsync();

        using var answer = await service.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var said = await answer.Content.ReadAsStringAsync(Cancel);
        said.ShouldNotContain("canary");
        said.ShouldNotContain("Exception");
        said.ShouldNotContain(nameof(AnswerTests));
        service.Logged.ShouldContain(line => line.Level == LogLevel.Error && line.Exception!.Message == Inside);
    }

    [Fact]
    public async Task No_answer_names_the_server_or_its_version()
    {
        await using var service = await StartAsync();

        foreach (var path in new[] { "/open", "/fails", "/nowhere" })
        {
            using var answer = await service.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            answer.Headers.Server.ShouldBeEmpty();
            answer.Headers.Contains("X-Powered-By").ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Whoever_came_by_tls_is_told_to_come_by_tls_again(string scheme, bool isTold)
    {
        await using var service = await StartAsync(("Proxy:Addresses:0", "127.0.0.1"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/open") { Headers = { { "X-Forwarded-Proto", scheme } } };

        using var answer = await service.Http.SendAsync(request, Cancel);

        answer.Headers.Contains("Strict-Transport-Security").ShouldBe(isTold);
    }

    [Fact]
    public async Task Who_is_turned_away_is_logged_under_an_id_and_no_token_is()
    {
        await using var service = await StartAsync();

        (await AskAsync(service, "guessed-token")).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(service, "viewer")).ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync(service, "operator")).ShouldBe(HttpStatusCode.OK);

        service
            .Logged.Where(line => line.Category == typeof(AccessLog).FullName)
            .Select(line => (line.Id.Id, line.Message))
            .ShouldBe([(2011, "A token that is not known here was shown by 127.0.0.1."), (2013, "ann may not GET /operators/a%0Ab.")]);
        service.Logged.ShouldAllBe(line => !line.Message.Contains("guessed-token", StringComparison.Ordinal));
    }

    private static Task<EmptyService> StartAsync(params (string Key, string? Value)[] settings) =>
        EmptyService.StartAsync(
            app =>
            {
                app.MapGet("/open", () => "").AllowAnonymous();
                app.MapGet("/fails", string () => throw new InvalidOperationException(Inside)).AllowAnonymous();
                app.MapGet(
                        "/fails/late",
                        async Task<string> () =>
                        {
                            await Task.Yield();
                            throw new InvalidOperationException(Inside);
                        }
                    )
                    .AllowAnonymous();
                app.MapGet("/operators/{name}", (string name) => name).RequireAuthorization(Roles.Operator);
            },
            settings
        );

    private static async Task<HttpStatusCode> AskAsync(EmptyService service, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/operators/a%0Ab")
        {
            Headers = { { "Authorization", $"Bearer {token}" } },
        };
        using var answer = await service.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
