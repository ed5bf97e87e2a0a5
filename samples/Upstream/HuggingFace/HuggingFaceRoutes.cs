using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.HuggingFace;

internal static class HuggingFaceRoutes
{
    public static void MapHuggingFace(this IEndpointRouteBuilder app)
    {
        var hub = app.MapGroup("/huggingface/api");
        hub.MapGet("/daily_papers", Papers.Daily);
        hub.MapGet("/papers/{id}", Papers.Get);
        MapDiscussions(hub.MapGroup("/models/{org}/{name}/discussions"), new RepoDiscussions(ItemKind.ModelDiscussion, "model"));
        MapDiscussions(hub.MapGroup("/datasets/{org}/{name}/discussions"), new RepoDiscussions(ItemKind.DatasetDiscussion, "dataset"));
    }

    private static void MapDiscussions(RouteGroupBuilder repository, RepoDiscussions discussions)
    {
        repository.MapGet("/", discussions.List);
        repository.MapGet("/{number:int}", discussions.Get);
    }
}
