using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace NewsEducator.Publisher.Forms;

/// <summary>Forms for readers: they need no script, account or cookie, and no cache keeps what they answer.</summary>
internal static class ReaderForms
{
    private const int MostBytes = 16 * 1024;
    private const int MostValues = 8;

    public static RouteGroupBuilder MapReaderForms(this IEndpointRouteBuilder app) =>
        app.MapGroup("")
            .AllowAnonymous()
            .ExcludeFromDescription()
            .AddEndpointFilter(
                (context, next) =>
                {
                    OpenPages.Protect(context.HttpContext.Response);
                    context.HttpContext.Response.Headers.CacheControl = "no-store";
                    return next(context);
                }
            );

    /// <summary>Takes a small form. No cookie says who sends it, so that there is nothing to forge.</summary>
    public static void TakesForm(this RouteHandlerBuilder endpoint) =>
        endpoint
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes), new RequestFormLimitsAttribute { ValueCountLimit = MostValues })
            .Add(TakesNothingAsEmpty);

    /// <summary>A POST without a body is an empty form. ASP.NET Core reads no form then, and fails when it looks for the fields.</summary>
    private static void TakesNothingAsEmpty(EndpointBuilder endpoint)
    {
        var handle = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
            {
                context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            }

            return handle(context);
        };
    }

    /// <summary>The form of our own page. A browser says of a form where it came from; whatever is no browser has nobody else's address to
    /// misuse.</summary>
    public static bool IsOurs(HttpRequest request, Uri publicUrl)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && (from.Authority == publicUrl.Authority || from.Authority == request.Host.Value)
            );
    }
}
