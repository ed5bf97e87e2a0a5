using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Review.Texts;

namespace NewsEducator.Review.Packs.Files;

/// <summary>A pack file as a request's body.</summary>
internal static class PackFileBody
{
    /// <summary>Larger than any pack of 500 candidates with the longest texts.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text, or null where the body is no UTF-8 text: NUL is none.</returns>
    public static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, Utf8, detectEncodingFromByteOrderMarks: false);
        try
        {
            var text = await reader.ReadToEndAsync(cancellationToken);
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>422 with every error, each with its line, its candidate and what to do.</summary>
    public static ProblemHttpResult Invalid(IReadOnlyList<PackFileError> errors)
    {
        var problem = Problems.Of(StatusCodes.Status422UnprocessableEntity, "pack.invalid", errors.Count);
        problem.ProblemDetails.Extensions["errors"] = errors
            .Select(error => new
            {
                line = error.Line,
                item = error.Item,
                code = error.Code,
                message = Text.Get(error.Code, Text.Chinese, error.Arguments),
                messageEn = Text.Get(error.Code, Text.English, error.Arguments),
            })
            .ToList();
        return problem;
    }
}
