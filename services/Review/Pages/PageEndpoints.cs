using Microsoft.AspNetCore.Antiforgery;
using NewsEducator.Review.Packs;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Pages;

internal static class PageEndpoints
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void MapReviewPages(this WebApplication app)
    {
        var pages = app.MapGroup("")
            .ExcludeFromDescription()
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .AddEndpointFilter(RefuseForgery)
            .AddEndpointFilter(Protect);
        pages.MapGet("/signin", SignIn.Form).AllowAnonymous();
        pages.MapPost("/signin", SignIn.Submit).AllowAnonymous();
        pages.MapPost("/language", SignIn.Language).AllowAnonymous();
        pages.MapPost("/signout", (Delegate)SignIn.Leave).RequireAuthorization(Session.Requires(Roles.Viewer));
        pages.MapGet("/", PackPages.List).RequireAuthorization(Session.Requires(Roles.Viewer));
        pages.MapGet("/packs/{date}", PackPages.Show).RequireAuthorization(Session.Requires(Roles.Viewer));
        pages.MapGet("/packs/{date}.md", ReadPacks.GetFile).RequireAuthorization(Session.Requires(Roles.Viewer));
        pages.MapPost("/packs/cut", PackPages.Cut).RequireAuthorization(Session.Requires(Roles.Editor));
        pages.MapPost("/packs/{date}/decide", PackPages.Decide).RequireAuthorization(Session.Requires(Roles.Reviewer));
        pages.MapPost("/packs/{date}/undo", PackPages.Undo).RequireAuthorization(Session.Requires(Roles.Reviewer));
        pages.MapPost("/packs/{date}/release", PackPages.Release).RequireAuthorization(Session.Requires(Roles.Editor));
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
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }
}
