using NewsEducator.Collector.Hooks;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Polling;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Collector.Sources;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Collector;

internal static class CollectorEndpoints
{
    public static void MapCollector(this WebApplication app)
    {
        var sources = app.MapGroup("/api/sources").WithTags("Sources").RequireAuthorization(Roles.Viewer);
        sources.MapPost("/", EditSources.Create).RequireAuthorization(Roles.Operator);
        sources.MapGet("/health", SourcesHealth.Handle);
        sources.MapGet("/export", ExchangeSources.Export);
        sources.MapPost("/diff", ExchangeSources.Diff);
        sources.MapPost("/import", ExchangeSources.Import).RequireAuthorization(Roles.Operator);
        sources.MapPost("/dry-run", TrySource.Unsaved).RequireAuthorization(Roles.Operator);
        sources.MapPost("/{id}/dry-run", TrySource.Stored).RequireAuthorization(Roles.Operator);
        sources.MapGet("/{id}", ReadSources.Get);
        sources.MapPut("/{id}", EditSources.Update).RequireAuthorization(Roles.Operator);
        sources.MapDelete("/{id}", EditSources.Delete).RequireAuthorization(Roles.Operator);
        sources.MapPost("/{id}/poll", PollNow.Handle).RequireAuthorization(Roles.Operator);
        sources.MapGet("/{id}/health", ReadSources.Health);

        // Review shows its viewers how the sources stand, and asks with the services' token.
        app.MapGet("/api/sources", ReadSources.List).WithTags("Sources").RequireAuthorization(Roles.Service);

        var items = app.MapGroup("/api/items").WithTags("Items").RequireAuthorization(Roles.Viewer);
        items.MapGet("/", ListItems.Handle);
        items.MapPost("/", SubmitItem.Handle).RequireAuthorization(Roles.Editor);
        items.MapGet("/{id:guid}", GetItem.Handle);

        // Signed by GitHub; it has no token of ours.
        app.MapPost("/api/hooks/github", ReceiveGitHubHook.Handle).WithTags("Hooks").AllowAnonymous();
        app.MapGet("/api/snapshots/{id}", GetSnapshot.Handle).WithTags("Snapshots").RequireAuthorization(Roles.Service);
    }
}
