using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary>A request that cannot be read is refused in words of HTTP and JSON; no answer names a type of our code.</summary>
public sealed class BadRequestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"choice":"Skip","oops":1}""", "'oops' is not known here", "body")]
    [InlineData("{}", "These properties are missing: 'choice'", "body")]
    [InlineData("""{"choice":"Perhaps"}""", "is of another kind than expected", "$.choice")]
    [InlineData("""{"choice":7}""", "is of another kind than expected", "$.choice")]
    [InlineData("""{"choice":"Skip","number":"x"}""", "is of another kind than expected", "$.number")]
    [InlineData("""{"choice":"Skip","choice":"Skip"}""", "'choice' stands twice", "body")]
    [InlineData("""{"choice":"Skip",""", "The body cannot be read.", "LineNumber: 0")]
    [InlineData("[]", "is of another kind than expected", "$")]
    public async Task A_body_that_is_none_says_what_and_where(string body, string what, string where)
    {
        var said = await SayAsync(http =>
            http.PostAsync(new Uri("/decide", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), Cancel)
        );

        said.ShouldContain(what);
        said.ShouldContain(where);
    }

    [Theory]
    [InlineData("/day?date=yesterday", "parameter \"date\" from \"yesterday\"")]
    [InlineData("/day", "parameter \"date\" was not provided")]
    [InlineData("/page?limit=many", "parameter \"limit\" from \"many\"")]
    public async Task A_parameter_that_is_none_is_named(string path, string what) =>
        (await SayAsync(http => http.GetAsync(new Uri(path, UriKind.Relative), Cancel))).ShouldContain(what);

    [Fact]
    public async Task So_is_a_body_that_is_missing() =>
        (await SayAsync(http => http.PostAsync(new Uri("/decide", UriKind.Relative), null, Cancel))).ShouldBe("A body of JSON is needed.");

    private static async Task<string> SayAsync(Func<HttpClient, Task<HttpResponseMessage>> ask)
    {
        await using var service = await EmptyService.StartAsync(app =>
        {
            app.MapPost("/decide", (ShopRequest request) => request.Number).AllowAnonymous();
            app.MapGet("/day", (DateOnly date) => date.Year).AllowAnonymous();
            app.MapGet("/page", (int limit = 200) => limit).AllowAnonymous();
        });
        using var response = await ask(service.Http);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        var detail = problem.RootElement.GetProperty("detail").GetString()!;
        detail.ShouldNotContain("System.");
        detail.ShouldNotContain("NewsEducator");
        detail.ShouldNotContain(nameof(ShopRequest));
        detail.ShouldNotContain(nameof(DateOnly));
        return detail;
    }

    private enum ShopChoice
    {
        Take,
        Skip,
    }

    private sealed record ShopRequest(ShopChoice Choice, int? Number = null);
}
