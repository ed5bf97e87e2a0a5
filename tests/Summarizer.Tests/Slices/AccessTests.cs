using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Slices;

public sealed class AccessTests(SummarizerFixture fixture) : IClassFixture<SummarizerFixture>
{
    /// <summary>A new endpoint, or another role, is a line here: somebody has looked at it.</summary>
    private const string Endpoints = """
        GET /alive everyone
        GET /api/concepts viewer, service
        GET /api/configuration operator
        GET /api/dead-letters/ operator
        GET /api/dead-letters/{id:long} operator
        GET /api/doctor operator
        GET /api/messaging operator
        GET /api/personal-data operator
        GET /api/spending viewer
        GET /api/summaries/{itemId:guid} viewer
        GET /health everyone
        GET /metrics viewer
        GET /openapi/{documentName}.json viewer
        GET /scalar/favicon.svg everyone
        GET /scalar/scalar.aspnetcore.js everyone
        GET /scalar/scalar.js everyone
        GET /scalar/{documentName?} viewer
        POST /api/dead-letters/discard operator
        POST /api/dead-letters/redrive operator
        POST /api/dead-letters/{id:long}/discard operator
        POST /api/dead-letters/{id:long}/redrive operator
        POST /api/reconcile/items viewer, service
        POST /api/summaries/{itemId:guid}/redo operator
        """;

    [Fact]
    public async Task Each_endpoint_is_for_these_callers() => (await EndpointAccess.OfAsync(fixture.App.Services)).ShouldBe(Endpoints);

    [Fact]
    public async Task Nothing_else_is_open_to_whom_nobody_knows()
    {
        using var anybody = fixture.App.CreateClient();

        (await EndpointAccess.OpenAsync(fixture.App.Services, anybody, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }
}
