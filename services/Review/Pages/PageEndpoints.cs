using Microsoft.AspNetCore.Antiforgery;
using NewsEducator.Review.Access;
using NewsEducator.Review.Api;
using NewsEducator.Review.Live;
using NewsEducator.Review.Packs;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Pages;

internal static class PageEndpoints
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void MapReviewPages(this WebApplication app)
    {
        var pages = app.MapGroup("")
            .ExcludeFromDescription()
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .AddEndpointFilter(RefuseForgery)
            .AddEndpointFilter(Protect)
            .AddEndpointFilterFactory(CheckedInput.Filter);
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
        reading.MapGet("/{**path:regex(^(?!(api|openapi|scalar|health|alive)(/|$)).*$)}", () => TypedResults.NotFound()).WithOrder(int.MaxValue);
        reading.MapGet("/packs/{date}", PackPages.Show);
        reading.MapGet("/packs/{date}/bar", PackPages.Bar);
        reading.MapGet("/packs/{date}.md", ReadPacks.GetFile);
        reading.MapGet("/candidates/{id:guid}", CandidatePages.Show);
        reading.MapGet("/candidates/{id:guid}/card", CandidatePages.ShowCard);
        reading.MapGet("/candidates/{id:guid}/source", CandidatePages.Source);
        reading.MapGet("/verification", VerificationPages.Show);
        reading.MapGet("/drift", StandingPages.Drift);
        reading.MapGet("/history", ReadHistory.Show);
        reading.MapGet("/sources", StandingPages.Sources);
        reading.MapGet("/settings", StandingPages.Settings);
        reading.MapGet("/stream", StreamChanges.Handle);
        reading.MapGet("/access", AccessPages.Show);
        reading.MapPost("/access/sessions/{id:guid}/end", AccessPages.EndSession);

        var deciding = pages.MapGroup("").RequireAuthorization(Session.Requires(Roles.Reviewer));
        deciding.MapPost("/packs/{date}/decide", DecisionPages.Decide);
        deciding.MapPost("/packs/{date}/decide-many", DecisionPages.DecideMany);
        deciding.MapPost("/packs/{date}/undo", PackPages.Undo);
        deciding.MapPost("/candidates/{id:guid}/offer", RemarkPages.OfferAgain);
        deciding.MapPost("/candidates/{id:guid}/comments", RemarkPages.Comment);
        deciding.MapPost("/candidates/{id:guid}/assign", RemarkPages.Assign);
        deciding.MapPost("/candidates/{id:guid}/unmerge", RemarkPages.Unmerge);
        deciding.MapPost("/verification/{id:guid}", VerificationPages.Settle);

        var editing = pages.MapGroup("").RequireAuthorization(Session.Requires(Roles.Editor));
        editing.MapPost("/packs/cut", PackPages.Cut);
        editing.MapPost("/packs/{date}/release", PackPages.Release);
        editing.MapPost("/packs/{date}/release/back", PackPages.TakeBack);
        editing.MapPost("/candidates/{id:guid}/edit", CandidatePages.Edit);

        var administering = pages.MapGroup("").RequireAuthorization(Session.Requires(Roles.Operator));
        administering.MapPost("/access/keys", AccessPages.MakeKey);
        administering.MapPost("/access/keys/{id:guid}/revoke", AccessPages.RevokeKey);
    }

    /// <summary>The middleware only notes a missing token; without this, a form that binds no field would be let through.</summary>
    private static ValueTask<object?> RefuseForgery(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? ValueTask.FromResult<object?>(TypedResults.BadRequest())
            : next(context);

    private static ValueTask<object?> Protect(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.CacheControl = "no-store";
        return next(context);
    }
}
