using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Slices;

public sealed class AccessTests(ComplianceFixture fixture) : IClassFixture<ComplianceFixture>
{
    /// <summary>A new endpoint, or another role, is a line here: somebody has looked at it.</summary>
    private const string Endpoints = """
        GET /alive everyone
        GET /api/configuration operator
        GET /api/dead-letters/ operator
        GET /api/dead-letters/{id:long} operator
        GET /api/doctor operator
        GET /api/drift viewer, service
        GET /api/messaging operator
        GET /api/personal-data operator
        GET /api/policy viewer, service
        GET /api/policy.yaml viewer
        GET /api/policy/hosts viewer
        GET /api/policy/hosts/{id:guid} viewer
        GET /api/policy/shadow viewer
        GET /api/policy/versions viewer
        GET /api/policy/versions/{number:int} viewer
        GET /api/rescreen/{id:guid} viewer
        GET /api/screenings/{itemId:guid} viewer
        GET /api/spending viewer
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
        POST /api/policy/hosts editor
        POST /api/policy/hosts/{id:guid}/decline operator
        POST /api/policy/hosts/{id:guid}/grant operator
        POST /api/policy/preview editor
        POST /api/reconcile/approvals viewer, service
        POST /api/reconcile/publications viewer, service
        POST /api/reconcile/summaries viewer, service
        POST /api/rescreen operator
        PUT /api/policy operator
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
