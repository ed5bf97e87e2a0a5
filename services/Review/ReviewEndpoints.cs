using NewsEducator.Contracts;
using NewsEducator.Review.Api;
using NewsEducator.Review.Bundles;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Candidates.Queue;
using NewsEducator.Review.Candidates.Stories;
using NewsEducator.Review.Concepts;
using NewsEducator.Review.Corrections;
using NewsEducator.Review.Live;
using NewsEducator.Review.Operations;
using NewsEducator.Review.Operations.EndToEnd;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Packs.Releases;
using NewsEducator.Review.Ranking;
using NewsEducator.Review.Reviewers;
using NewsEducator.Review.Settings;
using NewsEducator.ServiceDefaults.Http;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review;

/// <summary>The route table. Examples of each operation stand under its name in Api/examples.json.</summary>
internal static class ReviewEndpoints
{
    public static void MapReviewApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").RequireAuthorization(Roles.Viewer).RequireRateLimiting(RateLimit.Policy);
        api.AddEndpointFilterFactory(InputCheck.Filter(CheckedInput.Refuse));
        MapPacks(api);
        MapCandidates(api);
        api.MapCorrections();
        api.MapGet("/verification", GetPipeline.Verification).Named("listVerification", "The verification queue, oldest first");
        api.MapPut("/verification/{id:guid}", SettleVerification.Handle)
            .RequireAuthorization(Roles.Reviewer)
            .Named("settleVerification", "End a verification: offer the candidate again or skip it");
        api.MapGet("/pipeline", GetPipeline.Handle).Named("getPipeline", "How many candidates are in which state, and since when");
        api.MapGet("/reviewers", GetReviewers.Handle).Named("listReviewers", "What each reviewer did");
        api.MapGet("/ranking/preview", PreviewRanking.Handle)
            .Named("previewRanking", "What other weights would have offered, against what people decided");
        api.MapGet("/ranking/labels", ExportLabels.Handle)
            .RequireAuthorization(Roles.Operator)
            .Produces<string>(StatusCodes.Status200OK, "application/x-ndjson")
            .Named("exportLabels", "What people decided, as labels for tools/Judge");
        api.MapGet("/settings", ReadSettings.Handle).Named("listSettings", "The settings in force, who says so, and who changed them");
        api.MapPut("/settings/{name}", ChangeSetting.Handle)
            .RequireAuthorization(Roles.Operator)
            .Named("changeSetting", "Change a setting while the service runs, for every replica");
        api.MapDelete("/settings/{name}", ChangeSetting.Reset)
            .RequireAuthorization(Roles.Operator)
            .Named("resetSetting", "Go back to what file, environment or default say");
        api.MapGet("/audit", GetAudit.Handle).RequireAuthorization(Roles.Operator).Named("getAudit", "The history of everything, verified");
        api.MapGet("/operations", ReadOperations.Handle)
            .RequireAuthorization(Roles.Operator)
            .Named("getOperations", "What goes through the product, what is stuck and since when");
        api.MapGet("/operations/doctor", ExamineServices.Handle)
            .RequireAuthorization(Roles.Operator)
            .Named("examineServices", "What keeps each service from working, and what to do");
        api.MapPost("/operations/end-to-end", BeginEndToEnd.Handle)
            .RequireAuthorization(Roles.Operator)
            .Named("beginEndToEnd", "Send one item through all stages; it is taken out before anybody is offered it");
        api.MapGet("/operations/end-to-end/{id:guid}", ReadEndToEnd.Handle)
            .RequireAuthorization(Roles.Operator)
            .Named("getEndToEnd", "How far a checked item is, how long each stage took, or where it stopped and what to do");
        api.MapGet("/operations/lineage", ReadLineage.Handle)
            .RequireAuthorization(Roles.Operator)
            .Named("getLineage", "One item in all services, by id, address or words of its title");
        api.MapGet("/stream", StreamChanges.Handle).Named("streamChanges", "Server-sent events: what changed, and who changed it");
    }

    private static void MapPacks(RouteGroupBuilder api)
    {
        api.MapGet("/packs", ReadPacks.List).Named("listPacks", "Packs, newest first");
        api.MapPost("/packs", CutPack.Handle).RequireAuthorization(Roles.Editor).Named("cutPack", "Cut a day's pack");
        api.MapGet("/packs/{date}", ReadPacks.Get).Named("getPack", "A pack with its candidates");
        api.MapGet("/packs/{date}.md", ReadPacks.GetFile)
            .Produces<string>(StatusCodes.Status200OK, "text/markdown")
            .Named("getPackFile", "A pack as a file to tick");
        api.MapGet("/packs/{date}.bundle", GetPackBundle.Handle)
            .Produces<byte[]>(StatusCodes.Status200OK, BundleManifest.MediaType)
            .Named("getPackBundle", "A pack with its evidence and signatures, to be checked without a server")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapPut("/packs/{date}.md", PutPackFile.Handle)
            .RequireAuthorization(Roles.Reviewer)
            .Named("putPackFile", "Take over a ticked file, all of it or nothing");
        api.MapPost("/packs/import", ImportPack.Handle)
            .RequireAuthorization(Roles.Editor)
            .Named("importPack", "Have a foreign pack fetched and screened");
        api.MapPost("/packs/{date}/decisions", DecideMany.Handle)
            .RequireAuthorization(Roles.Reviewer)
            .Named("decideMany", "Decide several candidates, each for itself");
        api.MapGet("/packs/{date}/rest", UnofferedCandidates.Get)
            .Named("listRest", "What waits above the floor and did not fit into an open pack, in order");
        api.MapPut("/packs/{date}/rest/{id:guid}", UnofferedCandidates.Add)
            .RequireAuthorization(Roles.Reviewer)
            .Named("addToPack", "Add a waiting candidate to an open pack");
        api.MapPost("/packs/{date}/undo", UndoDecision.Handle)
            .RequireAuthorization(Roles.Reviewer)
            .Named("undoDecision", "Take back one's own latest decision");
        api.MapPost("/packs/{date}/release", ReleasePack.Handle)
            .RequireAuthorization(Roles.Editor)
            .Named("releasePack", "Release a pack; twice is once");
        api.MapDelete("/packs/{date}/release", ReleasePack.TakeBack)
            .RequireAuthorization(Roles.Editor)
            .Named("takeBackRelease", "Take a release back while it is held");
    }

    private static void MapCandidates(RouteGroupBuilder api)
    {
        api.MapGet("/candidates", ListCandidates.Handle).Named("listCandidates", "Candidates, newest first, filtered");
        api.MapGet("/candidates/{id:guid}", GetCandidate.Handle).Named("getCandidate", "A candidate beside its evidence");
        api.MapGet("/candidates/{id:guid}/history", GetCandidate.History)
            .Named("getHistory", "Who did what to a candidate, when and by which way");
        api.MapPut("/candidates/{id:guid}/decision", ChangeCandidate.Decide)
            .RequireAuthorization(Roles.Reviewer)
            .Named("decideCandidate", "Decide a candidate");
        api.MapPatch("/candidates/{id:guid}", ChangeCandidate.Edit)
            .RequireAuthorization(Roles.Editor)
            .Named("editCandidate", "Edit title or summary; it is screened again");
        api.MapPut("/candidates/{id:guid}/concept", CorrectConcept.Handle)
            .RequireAuthorization(Roles.Reviewer)
            .Named("correctConcept", "Choose another concept, or say that none fits");
        api.MapPost("/candidates/{id:guid}/offer", OfferExpired.Handle)
            .RequireAuthorization(Roles.Reviewer)
            .Named("offerCandidate", "Offer an expired candidate again")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapPut("/candidates/{id:guid}/assignment", AssignCandidate.Handle)
            .RequireAuthorization(Roles.Reviewer)
            .Named("assignCandidate", "Name who is to look at a candidate");
        api.MapPost("/candidates/{id:guid}/unmerge", UnmergeCandidate.Handle)
            .RequireAuthorization(Roles.Reviewer)
            .Named("unmergeCandidate", "Say that a merged candidate tells of something else: it waits again by itself");
        api.MapGet("/candidates/{id:guid}/comments", CandidateComments.List).Named("listComments", "What was said about a candidate");
        api.MapPost("/candidates/{id:guid}/comments", CandidateComments.Add)
            .RequireAuthorization(Roles.Reviewer)
            .Named("addComment", "Say something about a candidate");
    }

    private static RouteHandlerBuilder Named(this RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithSummary(summary);
}
