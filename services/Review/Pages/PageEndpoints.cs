using Microsoft.AspNetCore.Antiforgery;
using NewsEducator.Review.Access;
using NewsEducator.Review.Api;
using NewsEducator.Review.Bundles;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Live;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Pages.Corrections;
using NewsEducator.Review.Pages.Policies;
using NewsEducator.Review.Pages.Publishing;
using NewsEducator.ServiceDefaults.Http;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Pages;

internal static class PageEndpoints
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>ASP.NET Core's middleware only notes a missing token; without this, a form that binds no field would be let through.</summary>
    public static void UseForgeryRefusal(this WebApplication app)
    {
        app.UseAntiforgery();
        app.Use(
            (http, next) =>
                http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
                    ? TypedResults.BadRequest().ExecuteAsync(http)
                    : next(http)
        );
    }

    public static void MapReviewPages(this WebApplication app)
    {
        var pages = app.MapGroup("")
            .ExcludeFromDescription()
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .AddEndpointFilter(Protect)
            .AddEndpointFilterFactory(InputCheck.Filter(CheckedInput.Refuse));
        pages.MapGet("/signin", SignIn.Form).AllowAnonymous();
        pages.MapPost("/signin", SignIn.Submit).AllowAnonymous();
        pages.MapGet("/signin/openid", OpenIdSignIn.Go).AllowAnonymous();
        pages.MapGet("/signin/done", SignIn.Done).AllowAnonymous();
        pages.MapPost("/language", SignIn.Language).RequireAuthorization(Session.OfAnybody);
        pages.MapPost("/theme", SignIn.Theme).RequireAuthorization(Session.OfAnybody);

        var reading = pages.MapGroup("").RequireAuthorization(Session.Requires(Roles.Viewer));
        reading.MapPost("/signout", (Delegate)SignIn.Leave);
        reading.MapGet("/", PackPages.List);
        reading.MapGet("/packs", () => TypedResults.Redirect("/"));
        // What is no page of ours is none to whoever is signed in; others are asked to sign in, as on every page.
        reading
            .MapGet("/{**path:regex(^(?!(api|openapi|scalar|health|alive)(/|$)).*$)}", () => TypedResults.NotFound())
            .WithOrder(int.MaxValue);
        reading.MapGet("/packs/{date}", PackPages.Show);
        reading.MapGet("/packs/{date}/bar", PackPages.Bar);
        reading.MapGet("/packs/{date}/rest", UnofferedPages.Show);
        reading.MapGet("/packs/{date}.md", ReadPacks.GetFile);
        reading.MapGet("/packs/{date}.bundle", GetPackBundle.Handle);
        reading.MapGet("/candidates/{id:guid}", CandidatePages.Show);
        reading.MapGet("/candidates/{id:guid}/card", CandidatePages.ShowCard);
        reading.MapGet("/candidates/{id:guid}/source", CandidatePages.Source);
        reading.MapGet("/verification", VerificationPages.Show);
        reading.MapGet("/drift", StatusPages.Drift);
        reading.MapGet("/corrections", CorrectionPages.Show);
        reading.MapGet("/history", ReadHistory.Show);
        reading.MapGet("/sources", StatusPages.Sources);
        reading.MapGet("/sources/hosts", HostPages.Show);
        reading.MapGet("/settings", SettingsPages.Show);
        reading.MapGet("/settings/policy", PolicyPages.Show);
        reading.MapGet("/settings/ranking", RankingPages.Show);
        reading.MapGet("/stream", StreamChanges.Handle);
        reading.MapGet("/access", AccessPages.Show);
        reading.MapPost("/access/sessions/{id:guid}/end", AccessPages.EndSession);

        var deciding = pages.MapGroup("").RequireAuthorization(Session.Requires(Roles.Reviewer));
        deciding.MapPost("/packs/{date}/decide", DecisionPages.Decide);
        deciding.MapPost("/packs/{date}/decide-many", DecisionPages.DecideMany);
        deciding.MapPost("/packs/{date}/rest", UnofferedPages.Add);
        deciding.MapPost("/candidates/{id:guid}/concept", ConceptPages.Correct);
        deciding.MapPost("/packs/{date}/undo", PackPages.Undo);
        deciding.MapPost("/candidates/{id:guid}/offer", RemarkPages.OfferAgain);
        deciding.MapPost("/candidates/{id:guid}/comments", RemarkPages.Comment);
        deciding.MapPost("/candidates/{id:guid}/assign", RemarkPages.Assign);
        deciding.MapPost("/candidates/{id:guid}/unmerge", RemarkPages.Unmerge);
        deciding.MapPost("/verification/{id:guid}", VerificationPages.Settle);
        deciding.MapPost("/corrections", CorrectionPages.Find);
        deciding.MapPost("/corrections/{id:guid}/decide", CorrectionPages.Decide);

        var editing = pages.MapGroup("").RequireAuthorization(Session.Requires(Roles.Editor));
        editing.MapPost("/packs/cut", PackPages.Cut);
        editing.MapPost("/packs/{date}/release", PackPages.Release);
        editing.MapPost("/packs/{date}/release/back", PackPages.TakeBack);
        editing.MapPost("/candidates/{id:guid}/edit", CandidatePages.Edit);
        editing.MapPost("/corrections/{id:guid}/draft", CorrectionPages.Propose);
        editing.MapPost("/corrections/{id:guid}/reopen", CorrectionPages.Reopen);
        editing.MapPost("/corrections/{id:guid}/withdraw", CorrectionPages.Withdraw);
        editing.MapPost("/corrections/{id:guid}/confirm", CorrectionPages.Confirm);

        editing.MapPost("/settings/policy", PolicyPages.Change);

        editing.MapGet("/publishing", PublishingPages.Show);
        editing.MapPost("/publishing/items/{id:guid}/withdraw", PublishingPages.Withdraw);

        editing.MapPost("/sources/hosts", HostPages.Ask);
        editing.MapGet("/sources/new", SourceEditPages.New);
        editing.MapGet("/sources/{id}/edit", SourceEditPages.Edit);
        editing.MapPost("/sources/save", SourceEditPages.Save);
        editing.MapPost("/sources/{id}/delete", SourceEditPages.Delete);
        editing.MapPost("/sources/{id}/poll", SourceEditPages.Poll);
        editing.MapPost("/sources/{id}/pause", SourceEditPages.Pause);
        editing.MapGet("/sources/export", SourceEditPages.Export);
        editing.MapPost("/sources/import", SourceEditPages.Import);

        var administering = pages.MapGroup("").RequireAuthorization(Session.Requires(Roles.Operator));
        administering.MapGet("/publishing/webhooks", WebhookPages.Show);
        administering.MapPost("/publishing/webhooks", WebhookPages.Create);
        administering.MapGet("/publishing/webhooks/{id:guid}", WebhookPages.Deliveries);
        administering.MapPost("/publishing/webhooks/{id:guid}/{what:regex(^(enable|disable|rotate|test|delete)$)}", WebhookPages.Change);
        administering.MapPost("/publishing/webhooks/{id:guid}/deliveries/{delivery:long}", WebhookPages.Redeliver);
        administering.MapPost("/publishing/webhooks/{id:guid}/deliveries", WebhookPages.RedeliverRange);
        administering.MapGet("/publishing/mail", MailPages.Show);
        administering.MapPost("/publishing/mail/{date}/{revision:int}/{what:regex(^(send|cancel)$)}", MailPages.Decide);
        administering.MapGet("/publishing/mail/subscribers", SubscriberPages.Show);
        administering.MapPost("/publishing/mail/subscribers/{id:guid}/unsubscribe", SubscriberPages.Unsubscribe);
        administering.MapGet("/operations", OperationsPages.Show);
        administering.MapGet("/operations/letters", OperationsPages.Letters);
        administering.MapGet("/operations/letters/{service}/{id:long}", OperationsPages.Letter);
        administering.MapPost("/operations/redrive", OperationsPages.Redrive);
        administering.MapPost("/operations/discard", OperationsPages.Discard);
        administering.MapPost("/operations/poll", OperationsPages.Poll);
        administering.MapPost("/sources/hosts/{id:guid}/grant", HostPages.Grant);
        administering.MapPost("/sources/hosts/{id:guid}/decline", HostPages.Decline);
        administering.MapPost("/settings/change", SettingsPages.Change);
        administering.MapPost("/access/keys", AccessPages.MakeKey);
        administering.MapPost("/access/keys/{id:guid}/revoke", AccessPages.RevokeKey);
    }

    private static ValueTask<object?> Protect(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        // As antiforgery writes it: at another value it warns for each page that has a form.
        headers.CacheControl = "no-cache, no-store";
        return next(context);
    }
}
