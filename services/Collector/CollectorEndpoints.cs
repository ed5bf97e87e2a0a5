using NewsEducator.Collector.Hooks;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Polling;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Collector.Sources;
using NewsEducator.ServiceDefaults.Http;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Collector;

internal static class CollectorEndpoints
{
    public static void MapCollector(this WebApplication app)
    {
        var api = app.MapGroup("/api").AddEndpointFilterFactory(InputCheck.Filter(InputProblem.Of));
        var sources = api.MapGroup("/sources").WithTags("Sources").RequireAuthorization(Roles.Viewer);
        sources.MapPost("/", EditSources.Create).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Editor);
        sources.MapGet("/recognise", RecogniseSource.Handle);
        sources.MapGet("/health", SourcesHealth.Handle);
        sources.MapGet("/export", ExchangeSources.Export);
        sources.MapPost("/diff", ExchangeSources.Diff).AddEndpointFilter<RequirePolicy>();
        sources.MapPost("/import", ExchangeSources.Import).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Editor);
        sources.MapPost("/dry-run", TrySource.Unsaved).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Editor);
        sources.MapPost("/{id}/dry-run", TrySource.Stored).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Editor);
        sources.MapGet("/{id}", ReadSources.Get);
        sources.MapPut("/{id}", EditSources.Update).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Editor);
        sources.MapDelete("/{id}", EditSources.Delete).RequireAuthorization(Roles.Editor);
        sources.MapPost("/poll", PollNow.All).RequireAuthorization(Roles.Editor);
        sources.MapPost("/{id}/poll", PollNow.Handle).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Editor);
        sources.MapGet("/{id}/health", ReadSources.Health);

        // Review shows its viewers how the sources stand, and asks with the services' token.
        api.MapGet("/sources", ReadSources.List).WithTags("Sources").RequireAuthorization(Roles.Service);

        var items = api.MapGroup("/items").WithTags("Items").RequireAuthorization(Roles.Viewer);
        items.MapGet("/", ListItems.Handle);
        items.MapPost("/", SubmitItem.Handle).AddEndpointFilter<RequirePolicy>().RequireAuthorization(Roles.Editor);
        items.MapGet("/{id:guid}", GetItem.Handle);

        // Signed by GitHub; it has no token of ours.
        api.MapPost("/hooks/github", ReceiveGitHubHook.Handle).WithTags("Hooks").AllowAnonymous();
        api.MapGet("/snapshots/{id}", GetSnapshot.Handle).WithTags("Snapshots").RequireAuthorization(Roles.Service);
    }
}
