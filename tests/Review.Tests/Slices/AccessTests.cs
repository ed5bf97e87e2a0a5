using System.Net;
using System.Net.Http.Json;
using Shouldly;
using Xunit;

namespace NewsEducator.Review.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class AccessTests(ReviewFixture fixture)
{
    private const string Candidate = "/api/candidates/00000000-0000-0000-0000-000000000001";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every endpoint of the API with the roles that it is closed to.</summary>
    public static TheoryData<string, string, string[]> Endpoints => new()
    {
        { "GET", "/api/packs", [] },
        { "POST", "/api/packs", ["viewer", "reviewer"] },
        { "GET", "/api/packs/2019-01-01", [] },
        { "GET", "/api/packs/2019-01-01.md", [] },
        { "PUT", "/api/packs/2019-01-01.md", ["viewer"] },
        { "POST", "/api/packs/import", ["viewer", "reviewer"] },
        { "POST", "/api/packs/2019-01-01/decisions", ["viewer"] },
        { "POST", "/api/packs/2019-01-01/release", ["viewer", "reviewer"] },
        { "GET", Candidate, [] },
        { "GET", $"{Candidate}/history", [] },
        { "PUT", $"{Candidate}/decision", ["viewer"] },
        { "PATCH", Candidate, ["viewer", "reviewer"] },
        { "GET", "/api/verification", [] },
        { "PUT", $"/api/verification/{Guid.Empty}", ["viewer"] },
        { "GET", "/api/pipeline", [] },
        { "GET", "/api/stream", [] },
    };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task An_endpoint_asks_for_a_token_and_for_its_role(string method, string address, string[] closedTo)
    {
        using var nobody = fixture.App.CreateClient();
        using var stranger = fixture.App.ClientOf("stranger");
        (await SendAsync(nobody, method, address)).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(stranger, method, address)).ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var role in new[] { "viewer", "reviewer", "editor" })
        {
            using var person = fixture.App.ClientOf(role);
            ((await SendAsync(person, method, address)) == HttpStatusCode.Forbidden).ShouldBe(closedTo.Contains(role), role);
        }
    }

    [Fact]
    public void Every_endpoint_of_the_api_stands_in_the_table()
    {
        var routes = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>(fixture.App.Services).Endpoints
            .OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Count(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api", StringComparison.Ordinal) == true);

        Endpoints.Count.ShouldBe(routes);
    }

    [Fact]
    public async Task A_session_of_the_pages_does_not_open_the_api()
    {
        using var page = await PageSession.SignInAsync(fixture.App, "editor");

        (await page.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.GetAsync("/api/packs")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_of_the_api_does_not_open_the_pages()
    {
        using var client = fixture.App.ClientOf("editor");

        (await client.GetAsync("/", Cancel)).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/signin");
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method != "GET")
        {
            // Far in the future: whoever gets this far changes nothing.
            request.Content = JsonContent.Create(new { date = "9999-01-01" });
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        return answer.StatusCode;
    }
}
