using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace NewsEducator.Review.Tests.Slices.Access;

[Collection(SliceCollection.Name)]
public sealed class AccessTests(ReviewFixture fixture)
{
    private static readonly string[] Ladder = ["viewer", "reviewer", "editor", "operator"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_of_the_document_asks_for_a_token_and_for_its_role()
    {
        foreach (var operation in (await OpenApiDocument.ReadAsync(fixture.App)).Operations)
        {
            var least = Array.IndexOf(Ladder, operation.Role);
            (await SendAsync(null, operation)).ShouldBe(HttpStatusCode.Unauthorized, operation.Id);
            (await SendAsync("stranger", operation)).ShouldBe(HttpStatusCode.Unauthorized, operation.Id);
            foreach (var (rung, role) in Ladder.Index())
            {
                ((await SendAsync(role, operation)) == HttpStatusCode.Forbidden).ShouldBe(rung < least, $"{operation.Id} as {role}");
            }
        }
    }

    [Fact]
    public async Task Nothing_is_open_to_whom_it_should_not_be()
    {
        var operations = (await OpenApiDocument.ReadAsync(fixture.App)).Operations;

        operations.Where(operation => !operation.IsSafe).ShouldAllBe(operation => operation.Role != "viewer");
        operations
            .Where(operation => operation.Role == "editor")
            .Select(operation => operation.Id)
            .ShouldBe(
                [
                    "cutPack",
                    "importPack",
                    "releasePack",
                    "takeBackRelease",
                    "editCandidate",
                    "proposeCorrection",
                    "reopenCorrection",
                    "withdrawItem",
                    "confirmWithdrawal",
                ],
                ignoreOrder: true
            );
        operations
            .Where(operation => operation.Role == "operator")
            .Select(operation => operation.Id)
            .ShouldBe(
                [
                    "exportLabels",
                    "changeSetting",
                    "resetSetting",
                    "getAudit",
                    "getOperations",
                    "examineServices",
                    "beginEndToEnd",
                    "getEndToEnd",
                    "getLineage",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Every_endpoint_of_the_api_stands_in_the_document()
    {
        var routes = fixture
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api", StringComparison.Ordinal) == true)
            // Dead letters and the reconciler are the same in every service and described in docs/operations.md.
            .Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true })
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName);

        (await OpenApiDocument.ReadAsync(fixture.App)).Operations.Select(operation => operation.Id).ShouldBe(routes, ignoreOrder: true);
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

    private async Task<HttpStatusCode> SendAsync(string? role, OpenApiDocument.Operation operation)
    {
        using var client = role is null ? fixture.App.CreateClient() : fixture.App.ClientOf(role);
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), operation.Address);
        if (!operation.IsSafe)
        {
            // Far in the future: whoever gets this far changes nothing.
            request.Content = JsonContent.Create(new { date = "9999-01-01" });
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        return answer.StatusCode;
    }
}
