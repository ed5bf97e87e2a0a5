using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher;

internal static class PublisherEndpoints
{
    // The pages hold no script and load nothing but their own style sheet.
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Published output is open to everyone.</summary>
    public static void MapPublisher(this WebApplication app)
    {
        var open = app.MapGroup("").AllowAnonymous().AddEndpointFilter((context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });
        open.MapGet("/", () => TypedResults.Redirect("/digests"));
        open.MapGet("/digests", ReadDigests.List);
        open.MapGet("/digests/{date}", ReadDigests.Page);
        open.MapGet("/digests/{date}.md", ReadDigests.Markdown);
        open.MapGet("/digests/{date}.json", ReadDigests.Json);
        open.MapGet("/cards", ReadCards.List);
        open.MapGet("/cards/{id:guid}.md", ReadCards.Markdown);
    }
}
