using System.IO.Compression;
using System.Net.Mime;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Snapshots;

/// <summary>A snapshot as it is stored, which is the JSON that callers get: neither read nor written again, and compressed as it lies for
/// those who take it so.</summary>
/// <param name="content">See <see cref="StoredSnapshot.Content"/>.</param>
internal sealed class StoredJson(byte[] content) : IResult, IEndpointMetadataProvider
{
    private const string Brotli = "br";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.ContentType = MediaTypeNames.Application.Json;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (request.GetTypedHeaders().AcceptEncoding.Any(each => each.Value == Brotli && each.Quality is not 0))
        {
            response.Headers.ContentEncoding = Brotli;
            response.ContentLength = content.Length;
            await response.Body.WriteAsync(content, httpContext.RequestAborted);
            return;
        }

        using var json = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
        await json.CopyToAsync(response.Body, httpContext.RequestAborted);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Snapshot), [MediaTypeNames.Application.Json])
        );
}
