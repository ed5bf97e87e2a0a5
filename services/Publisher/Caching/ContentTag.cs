using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace NewsEducator.Publisher.Caching;

/// <summary>Gives every answer the hash of its bytes as ETag, and answers 304 to whoever has them (RFC 9110, 13.1.2).</summary>
/// <remarks>Caches ask each time: what is taken down must not be served from one.</remarks>
internal static class ContentTag
{
    public static async ValueTask<object?> AddAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await next(context) is not IResult result)
        {
            return TypedResults.Empty;
        }

        var body = http.Response.Body;
        using var rendered = new MemoryStream();
        http.Response.Body = rendered;
        try
        {
            await result.ExecuteAsync(http);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Response.Body = body;
        }

        await AnswerAsync(http, rendered);
        return TypedResults.Empty;
    }

    private static async Task AnswerAsync(HttpContext http, MemoryStream rendered)
    {
        var bytes = rendered.GetBuffer().AsMemory(0, (int)rendered.Length);
        if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span)[..16])}\"");
            http.Response.GetTypedHeaders().ETag = tag;
            http.Response.Headers.CacheControl = "no-cache";
            if (Has(http.Request, tag))
            {
                (http.Response.StatusCode, http.Response.ContentLength, http.Response.ContentType) = (
                    StatusCodes.Status304NotModified,
                    null,
                    null
                );
                return;
            }
        }

        if (bytes.Length > 0)
        {
            http.Response.ContentLength = bytes.Length;
            await http.Response.Body.WriteAsync(HttpMethods.IsHead(http.Request.Method) ? default : bytes, http.RequestAborted);
        }
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        request
            .GetTypedHeaders()
            .IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
