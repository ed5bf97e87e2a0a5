using System.Buffers;
using System.Security.Cryptography;
using Microsoft.IO;
using Microsoft.Net.Http.Headers;

namespace NewsEducator.Publisher.Caching;

/// <summary>Gives every answer the hash of its bytes as ETag, and answers 304 to whoever has them (RFC 9110, 13.1.2).</summary>
/// <remarks>Caches ask each time: what is taken down must not be served from one.</remarks>
internal static class ContentTag
{
    public static async ValueTask<object?> AddAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var method = http.Request.Method;
        if (await next(context) is not IResult result)
        {
            return TypedResults.Empty;
        }

        var body = http.Response.Body;
        using var rendered = AnswerBuffers.Take();
        http.Response.Body = rendered;
        // Some results write nothing for HEAD; it has the ETag and length that GET has.
        http.Request.Method = HttpMethods.Get;
        try
        {
            await result.ExecuteAsync(http);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            (http.Response.Body, http.Request.Method) = (body, method);
        }

        await AnswerAsync(http, rendered);
        return TypedResults.Empty;
    }

    private static async Task AnswerAsync(HttpContext http, RecyclableMemoryStream rendered)
    {
        if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(HashOf(rendered.GetReadOnlySequence())[..16])}\"");
            http.Response.GetTypedHeaders().ETag = tag;
            http.Response.Headers.CacheControl = "no-cache";
            if (Has(http.Request, tag) || LastChange.IsKnown(http.Request, http.Response))
            {
                (http.Response.StatusCode, http.Response.ContentLength, http.Response.ContentType) = (
                    StatusCodes.Status304NotModified,
                    null,
                    null
                );
                return;
            }
        }

        if (rendered.Length == 0)
        {
            return;
        }

        http.Response.ContentLength = rendered.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            rendered.Position = 0;
            await rendered.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }

    private static byte[] HashOf(ReadOnlySequence<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var block in bytes)
        {
            hash.AppendData(block.Span);
        }

        return hash.GetHashAndReset();
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        request
            .GetTypedHeaders()
            .IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
