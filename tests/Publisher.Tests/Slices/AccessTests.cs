using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class AccessTests(PublisherFixture fixture)
{
    /// <summary>A new endpoint, or another role, is a line here: somebody has looked at it.</summary>
    private const string Endpoints = """
        DELETE /api/mail/subscribers/{id:guid} operator
        DELETE /api/replays/{id:guid} operator
        DELETE /api/webhooks/{id:guid} operator
        GET / everyone
        GET /alive everyone
        GET /api/configuration operator
        GET /api/dead-letters/ operator
        GET /api/dead-letters/{id:long} operator
        GET /api/digests editor
        GET /api/doctor operator
        GET /api/items/{id:guid} editor
        GET /api/items/{id:guid}/withdrawal editor
        GET /api/mail/issues operator
        GET /api/mail/subscribers operator
        GET /api/mail/subscribers/counts operator
        GET /api/messaging operator
        GET /api/personal-data operator
        GET /api/replays/ operator
        GET /api/replays/{id:guid} operator
        GET /api/vault operator
        GET /api/webhooks/ operator
        GET /api/webhooks/{id:guid} operator
        GET /api/webhooks/{id:guid}/deliveries operator
        GET /archive/{month} everyone
        GET /cards everyone
        GET /cards/{id:guid}.md everyone
        GET /concepts everyone
        GET /concepts/{key} everyone
        GET /decks/concepts/{key}/{file} everyone
        GET /decks/months/{month}/{file} everyone
        GET /decks/{file} everyone
        GET /digests everyone
        GET /digests/{date} everyone
        GET /digests/{date}.json everyone
        GET /digests/{date}.md everyone
        GET /digests/{date}.txt everyone
        GET /digests/{date}/history everyone
        GET /feeds everyone
        GET /feeds/concepts/{key}/{file} everyone
        GET /feeds/types/{type}/{file} everyone
        GET /feeds/{file} everyone
        GET /health everyone
        GET /items/{id:guid} everyone
        GET /items/{id:guid}/report everyone
        GET /metrics viewer
        GET /openapi/{documentName}.json viewer
        GET /reported everyone
        GET /robots.txt everyone
        GET /scalar/favicon.svg everyone
        GET /scalar/scalar.aspnetcore.js everyone
        GET /scalar/scalar.js everyone
        GET /scalar/{documentName?} viewer
        GET /schemas/digest.v1.json everyone
        GET /schemas/{file} everyone
        GET /search everyone
        GET /sitemap.xml everyone
        GET /sources everyone
        GET /sources/{**name} everyone
        GET /subscribe everyone
        GET /subscribe/{token} everyone
        GET /subscribed everyone
        GET /unsubscribe/{token} everyone
        GET /{**path:file} viewer
        POST /api/dead-letters/discard operator
        POST /api/dead-letters/redrive operator
        POST /api/dead-letters/{id:long}/discard operator
        POST /api/dead-letters/{id:long}/redrive operator
        POST /api/items/{id:guid}/withdrawal editor
        POST /api/mail/bounces operator
        POST /api/mail/issues/{date}/{revision:int}/cancel operator
        POST /api/mail/issues/{date}/{revision:int}/send operator
        POST /api/reconcile/corrections viewer, service
        POST /api/reconcile/releases viewer, service
        POST /api/replays/ operator
        POST /api/webhooks/ operator
        POST /api/webhooks/{id:guid}/deliveries/{delivery:long}/redeliver operator
        POST /api/webhooks/{id:guid}/redeliver operator
        POST /api/webhooks/{id:guid}/secret operator
        POST /api/webhooks/{id:guid}/test operator
        POST /items/{id:guid}/report everyone
        POST /subscribe everyone
        POST /subscribe/{token} everyone
        POST /unsubscribe/{token} everyone
        PUT /api/webhooks/{id:guid} operator
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
