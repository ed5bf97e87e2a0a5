using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors.GitHub;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Policies;

namespace NewsEducator.Collector.Hooks;

/// <summary>GitHub tells of a change, so that nobody need wait for the next poll. Open only where a secret is configured.</summary>
internal static class ReceiveGitHubHook
{
    private const int LongestPayload = 1024 * 1024;

    public static async Task<Results<Accepted, NoContent, NotFound, UnauthorizedHttpResult, BadRequest, StatusCodeHttpResult>> Handle(
        HttpRequest request,
        [FromHeader(Name = "X-Hub-Signature-256")] string? signature,
        IOptions<GitHubOptions> options,
        CollectInIsolation collect,
        AskPolicy policy,
        CancellationToken cancellationToken
    )
    {
        if (options.Value.WebhookSecret is not { Length: > 0 } secret)
        {
            return TypedResults.NotFound();
        }

        if (await ReadAsync(request, cancellationToken) is not { } body)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!IsSigned(body, signature, secret))
        {
            return TypedResults.Unauthorized();
        }

        try
        {
            if (GitHubHook.Read(PayloadOf(request, Encoding.UTF8.GetString(body))) is not { } hook)
            {
                return TypedResults.NoContent();
            }

            await policy.RequireAsync(cancellationToken);
            await collect.ListedAsync(hook.Facts, sourceId: null, cancellationToken);
            return TypedResults.Accepted("");
        }
        catch (PolicyUnknownException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest();
        }
    }

    /// <param name="body">As received.</param>
    /// <param name="signature"><c>sha256=</c> and 64 hex digits.</param>
    /// <param name="secret">Shared with GitHub.</param>
    public static bool IsSigned(byte[] body, string? signature, string secret)
    {
        var expected = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(signature ?? ""));
    }

    // A webhook is form-encoded unless somebody chose JSON; the signature is over the form as it was sent.
    private static string PayloadOf(HttpRequest request, string body) =>
        request.HasFormContentType
            ? HttpUtility.ParseQueryString(body)["payload"] ?? throw new JsonException("The form has no field 'payload'.")
            : body;

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new byte[LongestPayload + 1];
        var read = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        return read > LongestPayload ? null : body[..read];
    }
}
