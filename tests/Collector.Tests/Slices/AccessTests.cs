using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class AccessTests(CollectorFixture fixture)
{
    /// <summary>A new endpoint, or another role, is a line here: somebody has looked at it.</summary>
    private const string Endpoints = """
        DELETE /api/sources/{id} editor
        GET /alive everyone
        GET /api/configuration operator
        GET /api/dead-letters/ operator
        GET /api/dead-letters/{id:long} operator
        GET /api/doctor operator
        GET /api/items/ viewer
        GET /api/items/{id:guid} viewer
        GET /api/messaging operator
        GET /api/personal-data operator
        GET /api/snapshots/{id} viewer, service
        GET /api/sources viewer, service
        GET /api/sources/export viewer
        GET /api/sources/health viewer
        GET /api/sources/recognise viewer
        GET /api/sources/{id} viewer
        GET /api/sources/{id}/health viewer
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
        POST /api/hooks/github everyone
        POST /api/items/ editor
        POST /api/reconcile/submissions viewer, service
        POST /api/sources/ editor
        POST /api/sources/diff viewer
        POST /api/sources/dry-run editor
        POST /api/sources/import editor
        POST /api/sources/poll editor
        POST /api/sources/{id}/dry-run editor
        POST /api/sources/{id}/poll editor
        PUT /api/sources/{id} editor
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
