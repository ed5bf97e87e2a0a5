using NewsEducator.Collector.Hooks;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Polling;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Collector.Sources;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Collector;

internal static class CollectorEndpoints
{
    public static void MapCollector(this WebApplication app)
    {
        var sources = app.MapGroup("/api/sources").WithTags("Sources").RequireAuthorization(Roles.Viewer).AddEndpointFilter<PlainInput>();
        sources.MapPost("/", EditSources.Create).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Operator);
        sources.MapGet("/health", SourcesHealth.Handle);
        sources.MapGet("/export", ExchangeSources.Export);
        sources.MapPost("/diff", ExchangeSources.Diff).AddEndpointFilter<RequirePolicy>();
        sources.MapPost("/import", ExchangeSources.Import).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Operator);
        sources.MapPost("/dry-run", TrySource.Unsaved).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Operator);
        sources.MapPost("/{id}/dry-run", TrySource.Stored).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Operator);
        sources.MapGet("/{id}", ReadSources.Get);
        sources.MapPut("/{id}", EditSources.Update).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Operator);
        sources.MapDelete("/{id}", EditSources.Delete).RequireAuthorization(Roles.Operator);
        sources.MapPost("/poll", PollNow.All).RequireAuthorization(Roles.Operator);
        sources.MapPost("/{id}/poll", PollNow.Handle).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Operator);
        sources.MapGet("/{id}/health", ReadSources.Health);

        // Review shows its viewers how the sources stand, and asks with the services' token.
        app.MapGet("/api/sources", ReadSources.List).AddEndpointFilter<PlainInput>().WithTags("Sources").RequireAuthorization(Roles.Service);

        var items = app.MapGroup("/api/items").WithTags("Items").RequireAuthorization(Roles.Viewer).AddEndpointFilter<PlainInput>();
        items.MapGet("/", ListItems.Handle);
        items.MapPost("/", SubmitItem.Handle).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Editor);
        items.MapGet("/{id:guid}", GetItem.Handle);

        // Signed by GitHub; it has no token of ours.
        app.MapPost("/api/hooks/github", ReceiveGitHubHook.Handle).WithTags("Hooks").AllowAnonymous();
        app.MapGet("/api/snapshots/{id}", GetSnapshot.Handle).AddEndpointFilter<PlainInput>().WithTags("Snapshots").RequireAuthorization(Roles.Service);
    }
}
