using System.Security.Cryptography;
using System.Text;

namespace NewsEducator.Review.Idempotency;

/// <summary>
/// A repeated <c>Idempotency-Key</c> gets the same status and bytes, and nothing is done twice
/// (draft-ietf-httpapi-idempotency-key-header).
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 200;
    private static readonly string[] Unsafe = [HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    public async Task InvokeAsync(HttpContext http, IServiceScopeFactory scopes, TimeProvider time)
    {
        var key = http.Request.Headers[Header].ToString();
        if (
            key.Length == 0
            || !Unsafe.Contains(http.Request.Method)
            || !http.Request.Path.StartsWithSegments("/api")
            || http.User.Identity?.Name is not { } person
        )
        {
            await next(http);
            return;
        }

        if (key.Length > LongestKey || key.Any(character => character is < '!' or > '~'))
        {
            await Problems.Of(StatusCodes.Status400BadRequest, "idempotency.key", LongestKey).ExecuteAsync(http);
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<AnswerStore>();
        var request = await HashAsync(http.Request, http.RequestAborted);
        if (await store.ClaimAsync(person, key, request, http.RequestAborted) is { } first)
        {
            await RepeatAsync(http, first, request);
            return;
        }

        await WorkAsync(
            http,
            store,
            new StoredAnswer
            {
                Person = person,
                Key = key,
                Request = request,
                BeganAt = time.GetUtcNow(),
            }
        );
    }

    private async Task WorkAsync(HttpContext http, AnswerStore store, StoredAnswer claim)
    {
        var original = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        catch
        {
            await store.ForgetAsync(claim.Person, claim.Key);
            throw;
        }
        finally
        {
            http.Response.Body = original;
        }

        // Kept before it is sent: whoever has seen an answer gets the same again.
        await KeepAsync(http.Response, store, claim, buffer);
        buffer.Position = 0;
        await buffer.CopyToAsync(original, http.RequestAborted);
    }

    private static Task KeepAsync(HttpResponse response, AnswerStore store, StoredAnswer claim, MemoryStream body) =>
        response.StatusCode >= StatusCodes.Status500InternalServerError
            ? store.ForgetAsync(claim.Person, claim.Key)
            : store.KeepAsync(
                new StoredAnswer
                {
                    Person = claim.Person,
                    Key = claim.Key,
                    Request = claim.Request,
                    BeganAt = claim.BeganAt,
                    Status = response.StatusCode,
                    ContentType = response.ContentType,
                    ETag = NullIfEmpty(response.Headers.ETag.ToString()),
                    Location = NullIfEmpty(response.Headers.Location.ToString()),
                    Body = body.ToArray(),
                }
            );

    private static async Task RepeatAsync(HttpContext http, StoredAnswer first, string request)
    {
        if (first.Request != request)
        {
            await Problems.Of(StatusCodes.Status422UnprocessableEntity, "idempotency.reused").ExecuteAsync(http);
            return;
        }

        if (first.Status is not { } status)
        {
            http.Response.Headers.RetryAfter = "1";
            await Problems.Conflict("idempotency.in-progress").ExecuteAsync(http);
            return;
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = first.ContentType;
        http.Response.Headers.ETag = first.ETag;
        http.Response.Headers.Location = first.Location;
        await http.Response.Body.WriteAsync(first.Body, http.RequestAborted);
    }

    /// <summary>What the request asks for; the same key with anything else is a mistake of the caller.</summary>
    private static async Task<string> HashAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            Encoding.UTF8.GetBytes(
                $"{request.Method}\n{request.Path}\n{request.QueryString}\n{request.Headers.IfMatch}\n{request.ContentType}\n"
            )
        );
        var block = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(block, cancellationToken)) > 0; )
        {
            hash.AppendData(block, 0, read);
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string? NullIfEmpty(string value) => value.Length == 0 ? null : value;
}
