using NewsEducator.Review.Candidates;
using NewsEducator.Review.Live;
using NewsEducator.Review.Packs;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review;

internal static class ReviewEndpoints
{
    public static void MapReviewApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").RequireAuthorization(Roles.Viewer);
        api.MapGet("/packs", ReadPacks.List);
        api.MapPost("/packs", CutPack.Handle).RequireAuthorization(Roles.Editor);
        api.MapGet("/packs/{date}", ReadPacks.Get);
        api.MapGet("/packs/{date}.md", ReadPacks.GetFile);
        api.MapPut("/packs/{date}.md", PutPackFile.Handle).RequireAuthorization(Roles.Reviewer);
        api.MapPost("/packs/import", ImportPack.Handle).RequireAuthorization(Roles.Editor);
        api.MapPost("/packs/{date}/decisions", DecideMany.Handle).RequireAuthorization(Roles.Reviewer);
        api.MapPost("/packs/{date}/release", ReleasePack.Handle).RequireAuthorization(Roles.Editor);
        api.MapGet("/candidates/{id:guid}", GetCandidate.Handle);
        api.MapGet("/candidates/{id:guid}/history", GetCandidate.History);
        api.MapPut("/candidates/{id:guid}/decision", ChangeCandidate.Decide).RequireAuthorization(Roles.Reviewer);
        api.MapPatch("/candidates/{id:guid}", ChangeCandidate.Edit).RequireAuthorization(Roles.Editor);
        api.MapGet("/verification", GetPipeline.Verification);
        api.MapPut("/verification/{id:guid}", SettleVerification.Handle).RequireAuthorization(Roles.Reviewer);
        api.MapGet("/pipeline", GetPipeline.Handle);
        api.MapGet("/stream", StreamChanges.Handle);
    }
}
