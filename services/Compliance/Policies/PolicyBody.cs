using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsEducator.Compliance.Policies;

/// <summary>A policy as a request's body.</summary>
internal static class PolicyBody
{
    private const int MostBytes = 64 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="Yaml">As sent.</param>
    /// <param name="Policy">What it means; null with a refusal.</param>
    internal sealed record Content(string Yaml, Policy? Policy, ProblemHttpResult? Refusal);

    public static async Task<Content> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostBytes + 1];
        var count = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (count > MostBytes)
        {
            return new Content("", null, Problems.Of(StatusCodes.Status413PayloadTooLarge, "policy.too-long", MostBytes));
        }

        try
        {
            var yaml = Utf8.GetString(bytes, 0, count);
            // The YAML library takes a NUL for the end, and PostgreSQL stores none.
            return yaml.Contains('\0') ? NoText() : Parse(yaml);
        }
        catch (DecoderFallbackException)
        {
            return NoText();
        }
    }

    private static Content NoText() => new("", null, Problems.Of(StatusCodes.Status422UnprocessableEntity, "policy.encoding"));

    private static Content Parse(string yaml) =>
        PolicyFile.TryParse(yaml, out var errors) is { } policy
            ? new Content(yaml, policy, null)
            : new Content(yaml, null, Invalid(errors));

    private static ProblemHttpResult Invalid(IReadOnlyList<PolicyError> errors)
    {
        var problem = Problems.Of(StatusCodes.Status422UnprocessableEntity, "policy.invalid", errors.Count);
        problem.ProblemDetails.Extensions["errors"] = errors
            .Select(error => new
            {
                error.Line,
                error.Code,
                error.Message,
                error.MessageEn,
            })
            .ToList();
        return problem;
    }
}
