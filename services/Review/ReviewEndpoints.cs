using NewsEducator.Review.Api;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Live;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Reviewers;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review;

/// <summary>The route table. Examples of each operation stand under its name in Api/examples.json.</summary>
internal static class ReviewEndpoints
{
    public static void MapReviewApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").RequireAuthorization(Roles.Viewer).RequireRateLimiting(RateLimit.Policy);
        api.AddEndpointFilterFactory(CheckedInput.Filter);
        MapPacks(api);
        MapCandidates(api);
        api.MapGet("/verification", GetPipeline.Verification).Named("listVerification", "The verification queue, oldest first");
        api.MapPut("/verification/{id:guid}", SettleVerification.Handle).RequireAuthorization(Roles.Reviewer)
            .Named("settleVerification", "End a verification: offer the candidate again or skip it");
        api.MapGet("/pipeline", GetPipeline.Handle).Named("getPipeline", "How many candidates stand where, and since when");
        api.MapGet("/reviewers", GetReviewers.Handle).Named("listReviewers", "What each reviewer did");
        api.MapGet("/audit", GetAudit.Handle).RequireAuthorization(Roles.Operator).Named("getAudit", "The history of everything, verified");
        api.MapGet("/stream", StreamChanges.Handle).Named("streamChanges", "Server-sent events: what changed, and who changed it");
    }

    private static void MapPacks(RouteGroupBuilder api)
    {
        api.MapGet("/packs", ReadPacks.List).Named("listPacks", "Packs, newest first");
        api.MapPost("/packs", CutPack.Handle).RequireAuthorization(Roles.Editor).Named("cutPack", "Cut a day's pack");
        api.MapGet("/packs/{date}", ReadPacks.Get).Named("getPack", "A pack with its candidates");
        api.MapGet("/packs/{date}.md", ReadPacks.GetFile).Produces<string>(StatusCodes.Status200OK, "text/markdown").Named("getPackFile", "A pack as a file to tick");
        api.MapPut("/packs/{date}.md", PutPackFile.Handle).RequireAuthorization(Roles.Reviewer).Named("putPackFile", "Take over a ticked file, all of it or nothing");
        api.MapPost("/packs/import", ImportPack.Handle).RequireAuthorization(Roles.Editor).Named("importPack", "Have a foreign pack fetched and screened");
        api.MapPost("/packs/{date}/decisions", DecideMany.Handle).RequireAuthorization(Roles.Reviewer).Named("decideMany", "Decide several candidates, each for itself");
        api.MapPost("/packs/{date}/undo", UndoDecision.Handle).RequireAuthorization(Roles.Reviewer).Named("undoDecision", "Take back one's own latest decision");
        api.MapPost("/packs/{date}/release", ReleasePack.Handle).RequireAuthorization(Roles.Editor).Named("releasePack", "Release a pack; twice is once");
        api.MapDelete("/packs/{date}/release", ReleasePack.TakeBack).RequireAuthorization(Roles.Editor).Named("takeBackRelease", "Take a release back while it is held");
    }

    private static void MapCandidates(RouteGroupBuilder api)
    {
        api.MapGet("/candidates", ListCandidates.Handle).Named("listCandidates", "Candidates, newest first, filtered");
        api.MapGet("/candidates/{id:guid}", GetCandidate.Handle).Named("getCandidate", "A candidate beside its evidence");
        api.MapGet("/candidates/{id:guid}/history", GetCandidate.History).Named("getHistory", "Who did what to a candidate, when and by which way");
        api.MapPut("/candidates/{id:guid}/decision", ChangeCandidate.Decide).RequireAuthorization(Roles.Reviewer).Named("decideCandidate", "Decide a candidate");
        api.MapPatch("/candidates/{id:guid}", ChangeCandidate.Edit).RequireAuthorization(Roles.Editor).Named("editCandidate", "Edit title or summary; it is screened again");
        api.MapPost("/candidates/{id:guid}/offer", OfferExpired.Handle).RequireAuthorization(Roles.Reviewer).Named("offerCandidate", "Offer an expired candidate again");
        api.MapPut("/candidates/{id:guid}/assignment", AssignCandidate.Handle).RequireAuthorization(Roles.Reviewer).Named("assignCandidate", "Name who is to look at a candidate");
        api.MapPost("/candidates/{id:guid}/unmerge", UnmergeCandidate.Handle).RequireAuthorization(Roles.Reviewer)
            .Named("unmergeCandidate", "Say that a merged candidate tells of something else: it waits again by itself");
        api.MapGet("/candidates/{id:guid}/comments", Comments.List).Named("listComments", "What was said about a candidate");
        api.MapPost("/candidates/{id:guid}/comments", Comments.Add).RequireAuthorization(Roles.Reviewer).Named("addComment", "Say something about a candidate");
    }

    private static RouteHandlerBuilder Named(this RouteHandlerBuilder route, string name, string summary) => route.WithName(name).WithSummary(summary);
}
